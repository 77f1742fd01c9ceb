/** Which particulars of the marketplace are today still the made-up ones of the seeds, by key. @rule */
export const madeUpParticulars = `
  select key from policy.parameter
   where key like 'care.%' and value::text like '%.example"%'
     and daterange(effective_from, effective_to) @> (platform.now() at time zone 'Asia/Kolkata')::date
   order by key`;

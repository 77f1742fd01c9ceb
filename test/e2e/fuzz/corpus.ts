/** What would end a text of SQL and go on with one's own, in every dialect of quotes; each sleeps longer than a statement may take. */
export const corpus = [
  ...["'", "''", '"', '`', '\\', ';', '--', '/*', '%', '_', '$1', ':name', '?', '%27'],
  "' or '1'='1",
  "' or 1=1 --",
  "'; select pg_sleep(9); --",
  "' || (select pg_sleep(9)) || '",
  "' and 1=(select 1 from pg_sleep(9)) --",
  '1; select pg_sleep(9)',
  '(select pg_sleep(9))',
  '1) or pg_sleep(9) is null --',
  '$$; select pg_sleep(9); $$',
  "E'\\'; select pg_sleep(9); --",
  "') union select table_name from information_schema.tables --",
  "a' & b:* | !(c <-> d)",
  'a <-> b & | !',
  '{{7*7}} ${7*7} #{7*7} <%= 7*7 %>',
  '$(sleep 9) | sleep 9 & `sleep 9`',
];

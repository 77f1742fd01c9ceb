import { z } from 'zod';

/** Statements that write many invented sellers at once. */
export const sellersOfDemo = {
  knownRow: z.object({ id: z.uuid() }),
  known: `select id from sellers.seller where id = any($1::uuid[])`,

  sellers: `
    insert into sellers.seller (id, applicant_id, class, name, district_id, state_code, pincode, place, address_sealed, state,
                                state_since, gst_status, gstin, manufacturer_key, verified_at, languages, created_at)
    select r.id, r."applicantId", r.class, r.name, r."districtId", r."stateCode", r.pincode, r.place,
           decode(r.address_sealed, 'hex'), 'active', $2, r.gst_status, r.gstin, r.manufacturer_key, $2, '{hi,en}', $2
      from jsonb_to_recordset($1::jsonb)
        as r(id uuid, "applicantId" uuid, class text, name text, "districtId" uuid, "stateCode" text, pincode text, place text,
             address_sealed text, gst_status text, gstin text, manufacturer_key text)`,

  history: `
    insert into sellers.seller_history (seller_id, seq, event, from_state, to_state, actor, reason, at)
    select id, 1, 'demo', null, 'active', $2, 'invented for the demo', $3 from unnest($1::uuid[]) as id`,

  ties: `
    insert into sellers.maker_entry (seller_id, entry_id, since)
    select r.seller_id, r.entry_id, $3 from unnest($1::uuid[], $2::uuid[]) as r(seller_id, entry_id)`,
};

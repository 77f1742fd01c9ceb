import type { Tx } from '#platform/database';
import { idRow } from './rows.js';

/** Whether an organisation is the one given, or lies anywhere under it. @rule */
export async function isWithin(tx: Tx, organisationId: string, houseId: string | null): Promise<boolean> {
  if (houseId === null) return false;
  const found = await tx.many(
    idRow,
    `with recursive up as (
       select o.id, o.parent_id from identity.organisation o where o.id = $1
       union all
       select o.id, o.parent_id from identity.organisation o join up on o.id = up.parent_id
     ) select id from up where id = $2`,
    [organisationId, houseId],
  );
  return found.length === 1;
}

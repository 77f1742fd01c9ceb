import { Injectable } from '@nestjs/common';
import { isProduction } from '#platform/config';
import type { Tx } from '#platform/database';

/** A seller's organisation of the demo; nobody belongs to it. */
export interface DemoOrganisation {
  id: string;
  name: string;
  districtId: string;
  stateCode: string;
}

/** Organisations to try things with, many at once. Never in production. */
@Injectable()
export class MakeDemoOrganisations {
  /** Those that are there already stay as they are. @returns how many are new */
  inside(tx: Tx, wanted: readonly DemoOrganisation[]): Promise<number> {
    if (isProduction()) throw new Error('Demo organisations are not made in production.');
    return tx.run(
      `insert into identity.organisation (id, kind, name, district_id, state_code, state, created_at)
       select r.id, 'seller', r.name, r."districtId", r."stateCode", 'active', $2
         from jsonb_to_recordset($1::jsonb) as r(id uuid, name text, "districtId" uuid, "stateCode" text)
       on conflict (id) do nothing`,
      [JSON.stringify(wanted), tx.now],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { searchTextOf } from '../domain/sound.js';

const named = z.object({ id: z.uuid(), names: z.array(z.string()), search: z.string() });

/** All the names under which a row of each table is looked for. */
const namesOf = {
  district: `
    select d.id, d.search,
           array[d.name] || array(select a.alias from odop.district_alias a where a.district_id = d.id order by a.alias)
             || array(select m.name from odop.district m where m.merged_into_id = d.id order by m.name) as names
      from odop.district d`,
  entry: `
    select e.id, e.search,
           array[e.product]
             || array(select n.name from odop.entry_name n where n.entry_id = e.id order by n.lang, n.name)
             || array(select g.name from odop.entry_gi x join odop.gi g on g.id = x.gi_id where x.entry_id = e.id order by 1)
             || array[d.name]
             || array(select a.alias from odop.district_alias a where a.district_id = d.id order by a.alias)
             || array(select f.name from odop.entry_former_place p join odop.district f on f.id = p.district_id
                       where p.entry_id = e.id order by f.name) as names
      from odop.entry e join odop.district d on d.id = e.district_id`,
  gi: `select g.id, g.search, array[g.name] as names from odop.gi g`,
} as const;

/** Keeps the searched text of districts, entries and GIs what their names are. */
@Injectable()
export class SearchWords {
  /** @param ids  the rows whose names have changed; null = all of the table. @returns how many texts changed */
  async refresh(tx: Tx, table: keyof typeof namesOf, ids: readonly string[] | null): Promise<number> {
    const alias = table.charAt(0);
    const rows = await tx.many(named, `${namesOf[table]} where $1::uuid[] is null or ${alias}.id = any($1)`, [ids]);
    const changed = rows
      .map(({ id, names, search }) => ({ id, search, now: ` ${searchTextOf(names)} ` }))
      .filter(({ search, now }) => search !== now);
    if (changed.length === 0) return 0;
    return tx.run(
      `update odop.${table} t set search = r.now
         from jsonb_to_recordset($1::jsonb) as r(id uuid, now text) where t.id = r.id`,
      [JSON.stringify(changed)],
    );
  }

  /** Entries are found by their district's names too. */
  async refreshDistrict(tx: Tx, districtId: string): Promise<void> {
    await this.refresh(tx, 'district', [districtId]);
    const entries = await tx.many(z.object({ id: z.uuid() }), `select id from odop.entry where district_id = $1`, [
      districtId,
    ]);
    await this.refresh(
      tx,
      'entry',
      entries.map((entry) => entry.id),
    );
  }
}

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { readTopology, type Outline } from '../data/topology.js';
import { foldName } from '../domain/fold.js';

const placed = z.object({
  id: z.uuid(),
  state_code: z.string(),
  lgd_code: z.number().nullable(),
  names: z.array(z.string()),
});
type Placed = z.output<typeof placed>;

export interface BoundariesOutcome {
  matched: number;
  unmatched: { name: string; state: string; why: string }[];
  /** Present districts that have no outline now. */
  without: number;
}

@Injectable()
export class ImportBoundaries {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Puts outlines on the map. The project ships none: an operator imports what she may use, and says where it is from.
   * A code alone finds no district: name or former name must be the same place's, or the code and the State.
   * @throws BoundariesUnreadable
   * @rule R-4.29a
   */
  run(content: Buffer, from: { source: string; asOf: string | null; object: string }): Promise<BoundariesOutcome> {
    const outlines = readTopology(content, from.object);
    return this.work.run(async (tx) => {
      const { matched, unmatched } = matchAll(outlines, await this.districts(tx));
      await tx.run(
        `insert into odop.district_boundary as b (district_id, geometry, source, as_of, imported_at)
         select r.id, r.geometry, $2, $3, $4 from json_to_recordset($1::json) as r(id uuid, geometry json)
         on conflict (district_id) do update
            set geometry = excluded.geometry, source = excluded.source, as_of = excluded.as_of,
                imported_at = excluded.imported_at`,
        [JSON.stringify(matched), from.source, from.asOf, tx.now],
      );
      tx.audit({
        action: 'odop.boundaries_imported',
        object: { kind: 'odop.boundaries', id: from.source },
        after: { matched: matched.length, unmatched: unmatched.length },
      });
      const without = await tx.maybe(
        z.object({ count: z.number() }),
        `select count(*)::integer as count from odop.district d
          where d.valid_to is null and not exists (select from odop.district_boundary b where b.district_id = d.id)`,
      );
      return { matched: matched.length, unmatched, without: without!.count };
    });
  }

  private districts(tx: Tx): Promise<Placed[]> {
    return tx.many(
      placed,
      `select d.id, d.state_code, d.lgd_code,
              array[d.name] || array(select a.alias from odop.district_alias a where a.district_id = d.id) as names
         from odop.district d where d.valid_to is null`,
    );
  }
}

function matchAll(outlines: readonly Outline[], districts: readonly Placed[]) {
  const byCode = new Map(districts.flatMap((one) => (one.lgd_code === null ? [] : [[one.lgd_code, one] as const])));
  const byName = new Map(
    districts.flatMap((one) => one.names.map((name) => [`${one.state_code}/${foldName(name)}`, one] as const)),
  );
  const matched = new Map<string, { id: string; geometry: Outline['geometry'] }>();
  const unmatched: BoundariesOutcome['unmatched'] = [];
  for (const { name, state, lgd_code, geometry } of outlines) {
    const state_code = state.startsWith('IN-') ? state : `IN-${state}`;
    const coded = lgd_code === null ? undefined : byCode.get(lgd_code);
    const district =
      byName.get(`${state_code}/${foldName(name)}`) ?? (coded?.state_code === state_code ? coded : undefined);
    if (district === undefined) {
      const why = coded === undefined ? 'no district of today' : `its code is of another State (${coded.state_code})`;
      unmatched.push({ name, state, why });
    } else if (matched.has(district.id)) unmatched.push({ name, state, why: 'a second outline of one district' });
    else matched.set(district.id, { id: district.id, geometry });
  }
  return { matched: [...matched.values()], unmatched };
}

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import type { ImportPlaces, RowFault } from '../domain/import-row.js';
import { foldName } from '../domain/fold.js';
import { districtIndex } from '../domain/match-district.js';
import { odopLists, type OdopList } from '../domain/odop-entry.js';
import { ListImportEntity, ListImportFaultEntity } from './list-import.entity.js';

const importRow = z.object({
  id: z.uuid(),
  operation_id: z.uuid().nullable(),
  list: z.enum(odopLists),
  source: z.string(),
  effective_from: z.string(),
  decision_no: z.string().nullable(),
  is_dry_run: z.boolean(),
  retires_absent: z.boolean(),
  state: z.enum(['running', 'done', 'failed']),
  next_row: z.number(),
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  faulty: z.number(),
  retired: z.number(),
});
export type ListImport = z.output<typeof importRow>;
const columns =
  'id, operation_id, list, source, effective_from::text, decision_no, is_dry_run, retires_absent, state, next_row, added, changed, unchanged, faulty, retired';

/** What a list is, and what is to be done with it. */
export interface ListToImport {
  list: OdopList;
  /** Name of the published list, as entries will show it: `odop-v32`. */
  source: string;
  /** First legal day it is in force, `YYYY-MM-DD`. */
  effectiveFrom: string;
  decisionNo?: string;
  isDryRun: boolean;
  /** What the list no longer names is retired on its first day; only when asked. */
  retiresAbsent?: boolean;
  /** Even where that is a large part of the list; asked for at the command line only. */
  retiresMany?: boolean;
}

/** $1 the import, $2 its list, $3 its first day. */
const absentEntry = `
  e.list = $2 and e.state = 'live' and (e.effective_from is null or e.effective_from <= $3)
  and not exists (select from odop.list_import_named n
                   where n.import_id = $1 and n.district_slug = e.district_slug and n.slug = e.slug)
  and not exists (select from odop.entry c where c.succeeds_id = e.id and c.state not in ('retired', 'rejected'))`;

export const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** Imports as rows: how far each has come. */
@Injectable()
export class ListImports {
  /** The same file with the same words that was cut short, to go on with. */
  unfinished(tx: Tx, sha256: string, wanted: ListToImport): Promise<ListImport | null> {
    return tx.maybe(
      importRow,
      `select ${columns} from odop.list_import
        where sha256 = $1 and list = $2 and source = $3 and effective_from = $4 and is_dry_run = $5 and retires_absent = $6
          and state = 'running'`,
      [sha256, wanted.list, wanted.source, wanted.effectiveFrom, wanted.isDryRun, wanted.retiresAbsent ?? false],
    );
  }

  async begin(
    tx: Tx,
    wanted: ListToImport,
    file: { sha256: string; content: Buffer | null; operationId: string | null },
  ): Promise<ListImport> {
    const id = newId();
    await tx.insert(ListImportEntity, {
      id,
      operation_id: file.operationId,
      list: wanted.list,
      source: wanted.source,
      effective_from: wanted.effectiveFrom,
      decision_no: wanted.decisionNo ?? null,
      is_dry_run: wanted.isDryRun,
      retires_absent: wanted.retiresAbsent ?? false,
      sha256: file.sha256,
      content: file.content,
      state: 'running',
      next_row: 1,
      added: 0,
      changed: 0,
      unchanged: 0,
      faulty: 0,
      retired: 0,
      actor: tx.actor.label,
      started_at: tx.now,
      ended_at: null,
    });
    return (await this.lock(tx, id))!;
  }

  /** Held until the transaction ends, so that two workers never read one list together. */
  lock(tx: Tx, id: string): Promise<ListImport | null> {
    return tx.maybe(importRow, `select ${columns} from odop.list_import where id = $1 for update`, [id]);
  }

  async contentOf(tx: Tx, id: string): Promise<Buffer | null> {
    const row = await tx.maybe(
      z.object({ content: z.instanceof(Buffer).nullable() }),
      `select content from odop.list_import where id = $1`,
      [id],
    );
    return row?.content ?? null;
  }

  /** What a batch came to, and where the next begins. */
  async advance(
    tx: Tx,
    id: string,
    done: { next_row: number; added: number; changed: number; unchanged: number; faulty: number },
  ): Promise<void> {
    await tx.run(
      `update odop.list_import
          set next_row = $2, added = added + $3, changed = changed + $4, unchanged = unchanged + $5, faulty = faulty + $6
        where id = $1`,
      [id, done.next_row, done.added, done.changed, done.unchanged, done.faulty],
    );
  }

  /** Which products the list names, so that those it does not name any more can be told. */
  async noteNamed(tx: Tx, id: string, rows: readonly { district_slug: string; slug: string }[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.run(
      `insert into odop.list_import_named (import_id, district_slug, slug)
       select $1, r.district_slug, r.slug from jsonb_to_recordset($2::jsonb) as r(district_slug text, slug text)
       on conflict do nothing`,
      [id, JSON.stringify(rows)],
    );
  }

  /**
   * Entries in force on the list that the import does not name, a batch at a time, the first ids first. What took effect
   * after the list's day it could not name, and one with a change under way is before a desk.
   */
  async absent(
    tx: Tx,
    { id, list, effective_from }: ListImport,
    after: string | null,
    limit: number,
  ): Promise<string[]> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select e.id from odop.entry e where ${absentEntry} and ($4::uuid is null or e.id > $4) order by e.id limit $5`,
      [id, list, effective_from, after, limit],
    );
    return rows.map((row) => row.id);
  }

  /** How many those are, of how many in force on the list. */
  async countAbsent(tx: Tx, { id, list, effective_from }: ListImport): Promise<{ absent: number; in_force: number }> {
    const row = await tx.maybe(
      z.object({ absent: z.number(), in_force: z.number() }),
      `select count(*) filter (where ${absentEntry})::integer as absent, count(*)::integer as in_force
         from odop.entry e where e.list = $2 and e.state = 'live'`,
      [id, list, effective_from],
    );
    return row!;
  }

  async countRetired(tx: Tx, id: string, retired: number): Promise<void> {
    await tx.run(`update odop.list_import set retired = retired + $2 where id = $1`, [id, retired]);
  }

  async noteFaults(tx: Tx, id: string, faults: readonly (RowFault & { row: number })[]): Promise<void> {
    if (faults.length === 0) return;
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(ListImportFaultEntity)
      .values(faults.map((fault) => ({ import_id: id, ...fault })))
      .orIgnore()
      .execute();
  }

  faultsOf(tx: Tx, id: string, limit: number): Promise<(RowFault & { row: number })[]> {
    return tx.many(
      z.object({ row: z.number(), code: z.string(), detail: z.string() }),
      `select row, code, detail from odop.list_import_fault where import_id = $1 order by row, code limit $2`,
      [id, limit],
    );
  }

  /** Over; the file is not needed any more. */
  async end(tx: Tx, id: string, state: 'done' | 'failed'): Promise<ListImport> {
    await tx.run(`update odop.list_import set state = $2, ended_at = $3, content = null where id = $1`, [
      id,
      state,
      tx.now,
    ]);
    await tx.run(`delete from odop.list_import_named where import_id = $1`, [id]);
    return (await this.lock(tx, id))!;
  }

  /** States, present districts with all their names, and what became of the others. */
  async places(tx: Tx): Promise<ImportPlaces> {
    const states = await tx.many(
      z.object({ code: z.string(), name: z.string(), aka: z.array(z.string()) }),
      `select code, name, aka from odop.state`,
    );
    const districts = await tx.many(
      z.object({
        slug: z.string(),
        state_code: z.string(),
        name: z.string(),
        lgd_code: z.number().nullable(),
        ended_on: z.string().nullable(),
        merged_into: z.string().nullable(),
        divided_into: z.array(z.string()),
        aka: z.array(z.string()),
      }),
      `select d.slug, d.state_code, d.name, d.lgd_code, d.valid_to::text as ended_on, m.name as merged_into,
              array(select c.name from odop.district c where c.parent_id = d.id and c.valid_from = d.valid_to order by c.name)
                as divided_into,
              array(select a.alias from odop.district_alias a where a.district_id = d.id) as aka
         from odop.district d left join odop.district m on m.id = d.merged_into_id`,
    );
    const present = districts.filter((district) => district.ended_on === null);
    const ended = districts.filter((district) => district.ended_on !== null);
    return {
      index: districtIndex(states, present),
      lgdOf: new Map(present.map((district) => [district.slug, district.lgd_code])),
      nameOf: new Map(present.map((district) => [district.slug, district.name])),
      stateNames: new Map(states.map((state) => [state.code, state.name])),
      ended: new Map(
        ended.flatMap(({ name, aka, state_code, ended_on, merged_into, divided_into }) =>
          [name, ...aka].map((one) => [
            `${state_code}/${foldName(one)}`,
            { name, ended_on: ended_on!, merged_into, divided_into },
          ]),
        ),
      ),
    };
  }
}

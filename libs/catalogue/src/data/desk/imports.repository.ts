import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { newId } from '#platform/kernel';
import type { GoodsFault } from '../../domain/desk/faults.js';
import {
  importGoodsStates,
  importSteps,
  listingImportStates,
  type ImportGoodsState,
  type ImportStep,
  type ListingImportEvent,
} from '../../domain/desk/import.states.js';
import type { GoodsRows } from '../../domain/desk/rows.js';
import { fail } from '../../domain/desk/desk.errors.js';
import { ListingImportEntity } from './import.entity.js';

const importRow = z.object({
  id: z.uuid(),
  seller_id: z.uuid(),
  person_id: z.uuid(),
  state: z.enum(listingImportStates.names),
  storage_key: z.string().nullable(),
  next_row: z.number(),
  rows_read: z.number(),
  submits: z.boolean(),
  received_at: z.date(),
  checked_at: z.date().nullable(),
  due_at: z.date().nullable(),
  ended_at: z.date().nullable(),
});
export type ListingImport = z.infer<typeof importRow>;
const columns = Object.keys(importRow.shape).join(', ');

const counts = z.object({
  step: z.enum(importSteps).nullable(),
  state: z.enum(importGoodsStates),
  goods: z.number(),
  waits: z.number(),
  submitted: z.number(),
});
/** Goods of an import by what is done to them and what became of it. */
export type ImportCount = z.infer<typeof counts>;

const faultRow = z.object({
  row: z.number(),
  seq: z.number(),
  column: z.string().nullable(),
  code: z.string(),
  value: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
});
export type ImportFault = z.infer<typeof faultRow>;
export const importFaultKey = z.tuple([z.number(), z.number()]);

const said = z.custom<GoodsRows>((value) => typeof value === 'object' && value !== null);
const openRow = z.object({ said, step: z.enum(importSteps) });
/** Goods still to be written, and what that was to do when they were read. */
export type OpenGoods = z.infer<typeof openRow>;

/** What a reading or a writing found out about goods of a sheet. */
export interface GoodsNote {
  row: number;
  state: ImportGoodsState;
  step: ImportStep | null;
  listing_id: string | null;
  waits?: boolean;
  is_submitted?: boolean;
}

/** Sheets of goods as rows: how far each has come. @rule S-60 */
@Injectable()
export class Imports {
  /** The same sheet of the same maker that is not over, to go on with. */
  async open(tx: Tx, sellerId: string, sha256: string): Promise<string | null> {
    const row = await tx.maybe(
      z.object({ id: z.uuid() }),
      `select id from catalogue.listing_import where seller_id = $1 and sha256 = $2
          and state not in ('applied', 'failed', 'cancelled')`,
      [sellerId, sha256],
    );
    return row?.id ?? null;
  }

  async openCount(tx: Tx, sellerId: string): Promise<number> {
    const row = await tx.maybe(
      z.object({ open: z.number() }),
      `select count(*)::integer as open from catalogue.listing_import
        where seller_id = $1 and state not in ('applied', 'failed', 'cancelled')`,
      [sellerId],
    );
    return row?.open ?? 0;
  }

  async add(tx: Tx, one: { sellerId: string; personId: string; sha256: string; storageKey: string }): Promise<string> {
    const id = newId();
    await tx.insert(ListingImportEntity, {
      ...{ id, seller_id: one.sellerId, person_id: one.personId, state: listingImportStates.initial },
      ...{ sha256: one.sha256, storage_key: one.storageKey, next_row: 1, rows_read: 0, submits: false },
      ...{ received_at: tx.now, checked_at: null, due_at: null, ended_at: null },
    });
    return id;
  }

  /** Held until the transaction ends; null when it is forgotten. */
  lock(tx: Tx, id: string): Promise<ListingImport | null> {
    return tx.maybe(importRow, `select ${columns} from catalogue.listing_import where id = $1 for update`, [id]);
  }

  /** The same for a job: null also while another worker, or its maker, has it; whoever has it goes on. */
  take(tx: Tx, id: string): Promise<ListingImport | null> {
    const sql = `select ${columns} from catalogue.listing_import where id = $1 for update skip locked`;
    return tx.maybe(importRow, sql, [id]);
  }

  /** One of the caller's own. @throws import_unknown (404) @rule S-42 */
  async oneOwn(tx: Tx, id: string): Promise<ListingImport> {
    const sql = `select ${columns} from catalogue.listing_import where id = $1 and seller_id = $2`;
    const found = await tx.maybe(importRow, sql, [id, tx.actor.organisationId]);
    if (!found) throw fail('import_unknown');
    return found;
  }

  /** The same, held until the transaction ends. @throws import_unknown (404) @rule S-42 */
  async lockOwn(tx: Tx, id: string): Promise<ListingImport> {
    const found = await this.lock(tx, id);
    if (found?.seller_id !== tx.actor.organisationId) throw fail('import_unknown');
    return found!;
  }

  /** The caller's, the newest first. @rule S-42 */
  own(tx: Tx, request: PageRequest<[string]>): Promise<ListingImport[]> {
    const part = keyset(request, ['id'], 'desc', 2);
    const sql = `select ${columns} from catalogue.listing_import where seller_id = $1 ${part.where}
                  order by ${part.orderBy} limit ${part.limit}`;
    return tx.many(importRow, sql, [tx.actor.organisationId, ...part.values]);
  }

  /** @throws illegal_transition (409) */
  async move(tx: Tx, one: ListingImport, event: ListingImportEvent, dueAt: Date | null = null): Promise<void> {
    const to = listingImportStates.next(one.state, event);
    await tx.run(
      `update catalogue.listing_import
          set state = $2, due_at = $3, checked_at = case $2 when 'checked' then $4 else checked_at end,
              ended_at = case when $5 then $4::timestamptz end
        where id = $1`,
      [one.id, to, dueAt, tx.now, listingImportStates.isFinal(to)],
    );
    const object = { kind: 'catalogue.listing_import', id: one.id };
    tx.audit({ action: `catalogue.import_${event}`, object, before: { state: one.state }, after: { state: to } });
  }

  async readUpTo(tx: Tx, id: string, next_row: number, rows: number): Promise<void> {
    await tx.run(`update catalogue.listing_import set next_row = $2, rows_read = rows_read + $3 where id = $1`, [
      ...[id, next_row, rows],
    ]);
  }

  async forgetFile(tx: Tx, id: string): Promise<void> {
    await tx.run(`update catalogue.listing_import set storage_key = null where id = $1`, [id]);
  }

  async submitsGoods(tx: Tx, id: string, submits: boolean): Promise<void> {
    await tx.run(`update catalogue.listing_import set submits = $2 where id = $1`, [id, submits]);
  }

  async addGoods(tx: Tx, importId: string, goods: readonly (GoodsNote & { said: GoodsRows })[]): Promise<void> {
    await tx.run(
      `insert into catalogue.import_goods (import_id, "row", rows_count, said, step, state, listing_id)
       select $1, g."row", g.rows_count, case when g.state = 'good' then g.said end, g.step, g.state, g.listing_id
         from jsonb_to_recordset($2::jsonb)
           as g("row" integer, rows_count smallint, said jsonb, step text, state text, listing_id uuid)`,
      [importId, JSON.stringify(goods.map((one) => ({ ...one, rows_count: one.said.rows.length })))],
    );
  }

  /** What became of goods; their cells are not needed any more. */
  async note(tx: Tx, importId: string, goods: readonly GoodsNote[]): Promise<void> {
    await tx.run(
      `update catalogue.import_goods i
          set state = g.state, step = g.step, listing_id = g.listing_id, waits = coalesce(g.waits, i.waits),
              is_submitted = coalesce(g.is_submitted, i.is_submitted), said = null
         from jsonb_to_recordset($2::jsonb)
           as g("row" integer, state text, step text, listing_id uuid, waits boolean, is_submitted boolean)
        where i.import_id = $1 and i."row" = g."row"`,
      [importId, JSON.stringify(goods)],
    );
  }

  /** Goods still to be written, in the order of the sheet; those up to a row are known to be done. */
  todo(tx: Tx, importId: string, after: number, limit: number): Promise<OpenGoods[]> {
    const sql = `select said, step from catalogue.import_goods
                  where import_id = $1 and state = 'good' and "row" > $2 order by "row" limit $3`;
    return tx.many(openRow, sql, [importId, after, limit]);
  }

  async noteFaults(tx: Tx, importId: string, faults: readonly GoodsFault[]): Promise<void> {
    if (faults.length === 0) return;
    await tx.run(
      `insert into catalogue.import_fault (import_id, "row", seq, column_name, code, value, facts)
       select $1, f."row",
              coalesce((select max(k.seq) from catalogue.import_fault k where k.import_id = $1 and k."row" = f."row"), 0)
                + row_number() over (partition by f."row" order by f.at),
              f.fault ->> 'column', f.fault ->> 'code', f.fault ->> 'value', f.fault -> 'facts'
         from (select e.fault, e.at, (e.fault ->> 'row')::integer as "row"
                 from jsonb_array_elements($2::jsonb) with ordinality as e(fault, at)) f`,
      [importId, JSON.stringify(faults)],
    );
  }

  faults(tx: Tx, importId: string, request: PageRequest<z.infer<typeof importFaultKey>>): Promise<ImportFault[]> {
    const part = keyset(request, ['"row"', 'seq'], 'asc', 2);
    return tx.many(
      faultRow,
      `select "row", seq, column_name as "column", code, value, facts from catalogue.import_fault
        where import_id = $1 ${part.where} order by ${part.orderBy} limit ${part.limit}`,
      [importId, ...part.values],
    );
  }

  /** A piece of them for a sheet, after the last one told. */
  faultsAfter(tx: Tx, importId: string, row: number, seq: number, limit: number): Promise<ImportFault[]> {
    return tx.many(
      faultRow,
      `select "row", seq, column_name as "column", code, value, facts from catalogue.import_fault
        where import_id = $1 and ("row", seq) > ($2, $3) order by "row", seq limit $4`,
      [importId, row, seq, limit],
    );
  }

  counts(tx: Tx, importId: string): Promise<ImportCount[]> {
    return tx.many(
      counts,
      `select step, state, count(*)::integer as goods, (count(*) filter (where waits))::integer as waits,
              (count(*) filter (where is_submitted))::integer as submitted
         from catalogue.import_goods where import_id = $1 group by step, state`,
      [importId],
    );
  }

  /** Imports that were checked and left alone, for the sweep. */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const sql = `select id from catalogue.listing_import where due_at <= $1 order by due_at limit $2`;
    return (await tx.many(z.object({ id: z.uuid() }), sql, [tx.now, limit])).map((row) => row.id);
  }

  /** Forgets imports that ended so long ago, a few at a time. @returns how many */
  forget(tx: Tx, after_days: number, limit: number): Promise<number> {
    return tx.run(
      `delete from catalogue.listing_import where id in (
         select id from catalogue.listing_import where ended_at < $1::timestamptz - make_interval(days => $2)
          order by ended_at limit $3)`,
      [tx.now, after_days, limit],
    );
  }
}

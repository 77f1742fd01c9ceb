import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { startOfIstDay } from '#platform/time';
import type { ImportedRow } from '../domain/import-row.js';
import type { ListedEntry } from '../domain/import-plan.js';
import { EntryLive, EntryRetired } from '../domain/odop.events.js';
import { odopEntryStates } from '../domain/odop-entry.states.js';
import { ranks, sectors, type OdopList } from '../domain/odop-entry.js';
import { SearchWords } from './search-words.js';

const listed = z.object({
  id: z.uuid(),
  district_slug: z.string(),
  slug: z.string(),
  product: z.string(),
  sector: z.enum(sectors),
  rank: z.enum(ranks),
  gi: z.boolean(),
  state: z.enum(odopEntryStates.names),
  effective_from: z.string().nullable(),
});

/** What a published list says, put into the register many rows at a time. */
@Injectable()
export class ListedEntries {
  constructor(private readonly words: SearchWords) {}

  /** The open versions of the products a batch names, held until the transaction ends. */
  lock(tx: Tx, list: OdopList, rows: readonly ImportedRow[]): Promise<ListedEntry[]> {
    return tx.many(
      listed,
      `select e.id, e.district_slug, e.slug, e.product, e.sector, e.rank, e.gi_published as gi, e.state,
              e.effective_from::text
         from odop.entry e
         join jsonb_to_recordset($2::jsonb) as r(district_slug text, slug text)
           on r.district_slug = e.district_slug and r.slug = e.slug
        where e.list = $1 and e.state not in ('retired', 'rejected')
        order by e.id
          for update of e`,
      [list, JSON.stringify(rows)],
    );
  }

  /**
   * Adds versions as the list confirms them: in force at once if their day has come, else on their day, by the clock.
   * @param rows  `succeeds` the version each follows; null for a product that is new
   * @rule SM-2
   */
  async add(
    tx: Tx,
    wanted: { list: OdopList; source: string; effectiveFrom: string; decisionNo: string | null; isInForce: boolean },
    rows: readonly (ImportedRow & { succeeds: ListedEntry | null })[],
  ): Promise<void> {
    if (rows.length === 0) return;
    const fresh = rows.map((row) => ({
      ...row,
      id: newId(),
      rank: row.rank ?? row.succeeds?.rank ?? 'other',
      succeeds: row.succeeds?.id ?? null,
    }));
    if (wanted.isInForce) await this.retire(tx, wanted, fresh);
    await this.insert(tx, wanted, fresh);
    await this.carryOver(tx, fresh);
    await this.words.refresh(
      tx,
      'entry',
      fresh.map((row) => row.id),
    );
    if (wanted.isInForce) await this.tell(tx, fresh);
  }

  private async insert(
    tx: Tx,
    wanted: Parameters<ListedEntries['add']>[1],
    rows: readonly (Omit<ImportedRow, 'rank'> & { id: string; rank: string; succeeds: string | null })[],
  ): Promise<void> {
    const { state, event } = wanted.isInForce
      ? { state: 'live', event: 'publish' }
      : { state: 'confirmed', event: 'confirm' };
    await tx.run(
      `with given as (
         select r.*, d.id as district_id,
                coalesce(o.position,
                         (select coalesce(max(x.position), 0) from odop.entry x where x.district_id = d.id)
                           + row_number() over (partition by d.id, o.position is null order by r.id)) as position,
                coalesce(o.hsn, '{}') as hsn, coalesce(o.takes_listings, true) as takes_listings
           from jsonb_to_recordset($1::jsonb)
             as r(id uuid, district_slug text, slug text, product text, sector text, rank text, gi boolean, succeeds uuid)
           join odop.district d on d.slug = r.district_slug
           left join odop.entry o on o.id = r.succeeds
       ), added as (
         insert into odop.entry (id, district_id, district_slug, list, slug, product, sector, rank, position, gi_published,
                                 takes_listings, hsn, state, state_since, due_at, succeeds_id, effective_from, decision_no,
                                 source)
         select id, district_id, district_slug, $2, slug, product, sector, rank, position, gi, takes_listings, hsn, $3, $4,
                $5, succeeds, $6, $7, $8
           from given)
       insert into odop.entry_history (entry_id, seq, event, to_state, person_id, actor, reason, at)
       select id, 1, $9, $3, $10, $11, $12, $4 from given`,
      [
        JSON.stringify(rows),
        wanted.list,
        state,
        tx.now,
        wanted.isInForce ? null : startOfIstDay(wanted.effectiveFrom),
        wanted.effectiveFrom,
        wanted.decisionNo,
        wanted.source,
        event,
        tx.actor.personId,
        tx.actor.label,
        `Listed by ${wanted.source}.`,
      ],
    );
  }

  /** The versions before, each with its line of history. */
  private async retire(
    tx: Tx,
    wanted: Parameters<ListedEntries['add']>[1],
    rows: readonly { succeeds: string | null }[],
  ): Promise<void> {
    const ids = rows.flatMap((row) => (row.succeeds === null ? [] : [row.succeeds]));
    if (ids.length === 0) return;
    await tx.run(
      `with old as (
         select id, state, (select max(seq) from odop.entry_history h where h.entry_id = e.id) as seq
           from odop.entry e where id = any($1)
       ), closed as (
         update odop.entry e
            set state = 'retired', state_since = $2, due_at = null, withdrawal_asked_at = null, effective_to = $3, version = version + 1
           from old where old.id = e.id)
       insert into odop.entry_history (entry_id, seq, event, from_state, to_state, person_id, actor, reason, at)
       select id, seq + 1, 'succeed', state, 'retired', $4, $5, $6, $2 from old`,
      [
        ids,
        tx.now,
        wanted.effectiveFrom,
        tx.actor.personId,
        tx.actor.label,
        `Followed by what ${wanted.source} lists.`,
      ],
    );
  }

  /** Names, GIs and stories go on to the new version. */
  private async carryOver(tx: Tx, rows: readonly { id: string; succeeds: string | null }[]): Promise<void> {
    const followers = rows.filter((row) => row.succeeds !== null);
    if (followers.length === 0) return;
    const pairs = [JSON.stringify(followers)];
    const from = 'from jsonb_to_recordset($1::jsonb) as r(id uuid, succeeds uuid)';
    await tx.run(
      `insert into odop.entry_name (entry_id, lang, name, kind, source)
       select r.id, n.lang, n.name, n.kind, n.source ${from} join odop.entry_name n on n.entry_id = r.succeeds`,
      pairs,
    );
    await tx.run(
      `insert into odop.entry_gi (entry_id, gi_id) select r.id, g.gi_id ${from} join odop.entry_gi g on g.entry_id = r.succeeds`,
      pairs,
    );
    await tx.run(
      `insert into odop.entry_story (entry_id, lang, title, body, craft, materials, steps, sustainability, quotes, images,
                                     updated_at)
       select r.id, s.lang, s.title, s.body, s.craft, s.materials, s.steps, s.sustainability, s.quotes, s.images, s.updated_at
         ${from} join odop.entry_story s on s.entry_id = r.succeeds`,
      pairs,
    );
  }

  private async tell(tx: Tx, rows: readonly { id: string; succeeds: string | null }[]): Promise<void> {
    const placed = await tx.many(
      z.object({ id: z.uuid(), district_id: z.uuid() }),
      `select id, district_id from odop.entry where id = any($1)`,
      [rows.map((row) => row.id)],
    );
    const districtOf = new Map(placed.map((row) => [row.id, row.district_id]));
    for (const { id, succeeds } of rows) {
      const districtId = districtOf.get(id)!;
      tx.emit(EntryLive, { entryId: id, districtId, succeedsId: succeeds });
      if (succeeds !== null) tx.emit(EntryRetired, { entryId: succeeds, districtId, successorId: id });
    }
  }
}

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import type { Evidence, Story } from '../domain/dossier.js';
import { fail } from '../domain/odop.errors.js';
import { odopEntryStates, type OdopEntryEvent, type OdopEntryState } from '../domain/odop-entry.states.js';
import { odopLists, ranks, sectors } from '../domain/odop-entry.js';
import { EntryEvidenceEntity, EntryGiEntity, EntryNameEntity } from './dossier.entity.js';
import { OdopEntryEntity } from './odop-entry.entity.js';

const entryRow = z.object({
  id: z.uuid(),
  district_id: z.uuid(),
  district_name: z.string(),
  district_slug: z.string(),
  district_ended: z.boolean(),
  state_code: z.string(),
  lgd_code: z.number().nullable(),
  list: z.enum(odopLists),
  slug: z.string(),
  product: z.string(),
  sector: z.enum(sectors),
  rank: z.enum(ranks),
  position: z.number(),
  gi_published: z.boolean(),
  takes_listings: z.boolean(),
  hsn: z.array(z.string()),
  state: z.enum(odopEntryStates.names),
  succeeds_id: z.uuid().nullable(),
  effective_from: z.string().nullable(),
  due_at: z.date().nullable(),
  withdrawal_asked: z.boolean(),
  source: z.string(),
  version: z.number(),
});
export type Entry = z.output<typeof entryRow>;

/** Columns a step may change beside the state. */
type EntryChange = Partial<
  Pick<
    OdopEntryEntity,
    | 'effective_from'
    | 'effective_to'
    | 'decision_no'
    | 'decision_on'
    | 'product'
    | 'sector'
    | 'rank'
    | 'hsn'
    | 'gi_published'
    | 'gi_override'
    | 'gi_override_reason'
    | 'district_id'
    | 'district_slug'
    | 'position'
    | 'slug'
    | 'withdrawal_asked_at'
    | 'due_at'
  >
>;

/** ODOP entries as roots: every step locks one, moves it, and writes who did it and why. */
@Injectable()
export class Entries {
  constructor(private readonly policy: PolicyQuery) {}

  /** The entry with its place, held until the transaction ends. @throws odop_entry_not_found (404) */
  async lock(tx: Tx, id: string): Promise<Entry> {
    const entry = await tx.maybe(
      entryRow,
      `select e.id, e.district_id, d.name as district_name, e.district_slug, d.valid_to is not null as district_ended, d.state_code,
              d.lgd_code, e.list, e.slug, e.product, e.sector, e.rank, e.position, e.gi_published, e.takes_listings, e.hsn,
              e.state, e.succeeds_id, e.effective_from::text, e.due_at, e.withdrawal_asked_at is not null as withdrawal_asked, e.source, e.version
         from odop.entry e join odop.district d on d.id = e.district_id
        where e.id = $1
          for update of e`,
      [id],
    );
    if (entry === null) throw fail('odop_entry_not_found');
    return entry;
  }

  /** @throws odop_entry_not_found (404) */
  async assertThere(tx: Tx, id: string): Promise<void> {
    const entry = await tx.maybe(z.object({ id: z.uuid() }), `select id from odop.entry where id = $1`, [id]);
    if (entry === null) throw fail('odop_entry_not_found');
  }

  /** A new version in `proposed`. */
  async add(
    tx: Tx,
    entry: Omit<
      OdopEntryEntity,
      | 'state'
      | 'state_since'
      | 'due_at'
      | 'alarmed_at'
      | 'version'
      | 'effective_from'
      | 'effective_to'
      | 'decision_no'
      | 'decision_on'
      | 'gi_override'
      | 'gi_override_reason'
      | 'search'
      | 'withdrawal_asked_at'
    >,
    reason: string,
  ): Promise<void> {
    await tx.insert(OdopEntryEntity, {
      ...entry,
      state: odopEntryStates.initial,
      state_since: tx.now,
      due_at: this.alarmAt(odopEntryStates.initial, tx.now),
    } as OdopEntryEntity);
    await this.write(tx, entry.id, 'propose', null, odopEntryStates.initial, reason);
  }

  /**
   * One step of SM-2: the state, when its desk is reminded, what else the step changes, and a line of history.
   * @param due_at  when the clock moves it on; left out: when its desk is reminded
   * @throws illegal_transition (409)
   * @rule SM-2
   */
  async move(
    tx: Tx,
    entry: Entry,
    event: OdopEntryEvent,
    step: { reason: string; due_at?: Date; change?: EntryChange },
  ): Promise<OdopEntryState> {
    const to = odopEntryStates.next(entry.state, event);
    const stays = to === entry.state;
    await tx.manager
      .createQueryBuilder()
      .update(OdopEntryEntity)
      .set({
        ...step.change,
        state: to,
        ...(stays ? {} : { state_since: tx.now, due_at: step.due_at ?? this.alarmAt(to, tx.now), alarmed_at: null }),
        // What ends needs nobody to ask for its end any more.
        ...(to === 'retired' ? { withdrawal_asked_at: null } : {}),
        version: entry.version + 1,
      })
      .where('id = :id', { id: entry.id })
      .execute();
    await this.write(tx, entry.id, event, entry.state, to, step.reason);
    tx.audit({
      action: `odop.${event}`,
      object: { kind: 'odop.entry', id: entry.id },
      before: { state: entry.state },
      after: { state: to },
      reason: step.reason,
    });
    return to;
  }

  /** What the dossier says, or an officer's correction: the state stays, the version counts. */
  async change(tx: Tx, entry: Entry, what: string, change: EntryChange, reason: string): Promise<void> {
    await tx.manager
      .createQueryBuilder()
      .update(OdopEntryEntity)
      .set({ ...change, version: entry.version + 1 })
      .where('id = :id', { id: entry.id })
      .execute();
    await this.write(tx, entry.id, what, entry.state, entry.state, reason);
    tx.audit({ action: `odop.${what}`, object: { kind: 'odop.entry', id: entry.id }, after: { ...change }, reason });
  }

  /** Nobody moved in time: noted once. @rule SM-2 */
  async alarm(tx: Tx, entry: Entry): Promise<void> {
    await tx.run(`update odop.entry set alarmed_at = $2, due_at = null, version = version + 1 where id = $1`, [
      entry.id,
      tx.now,
    ]);
    await this.write(tx, entry.id, 'alarm', entry.state, entry.state, 'Nobody moved in time.');
  }

  /** Names by which it is known, as given now: what was there goes. */
  async setNames(
    tx: Tx,
    entryId: string,
    names: readonly { lang: string; name: string; kind: 'local' | 'synonym' }[],
    source: string,
  ): Promise<void> {
    await tx.run(`delete from odop.entry_name where entry_id = $1`, [entryId]);
    const distinct = new Map(names.map((name) => [`${name.lang} ${name.name}`, name]));
    if (distinct.size > 0)
      await tx.insert(
        EntryNameEntity,
        [...distinct.values()].map((name) => ({ entry_id: entryId, ...name, source })),
      );
  }

  /** The registered GIs it belongs to. @throws gi_unknown (422) @rule R-4.29b */
  async setGi(tx: Tx, entryId: string, slugs: readonly string[]): Promise<void> {
    const found = await tx.many(
      z.object({ id: z.uuid(), slug: z.string() }),
      `select id, slug from odop.gi where slug = any($1)`,
      [slugs],
    );
    const unknown = slugs.find((slug) => !found.some((gi) => gi.slug === slug));
    if (unknown !== undefined) throw fail('gi_unknown', { gi: unknown });
    await tx.run(`delete from odop.entry_gi where entry_id = $1`, [entryId]);
    if (found.length > 0)
      await tx.insert(
        EntryGiEntity,
        found.map((gi) => ({ entry_id: entryId, gi_id: gi.id })),
      );
  }

  async addEvidence(tx: Tx, entryId: string, papers: readonly Evidence[]): Promise<void> {
    if (papers.length === 0) return;
    await tx.insert(
      EntryEvidenceEntity,
      papers.map(({ issuedOn, ...paper }) => ({
        id: newId(),
        entry_id: entryId,
        ...paper,
        issued_on: issuedOn,
        person_id: tx.actor.personId,
        added_at: tx.now,
      })),
    );
  }

  /** One story per language; a later one in the same language replaces it. @rule */
  async setStories(tx: Tx, entryId: string, stories: readonly Story[]): Promise<void> {
    for (const { quotes, images, ...told } of stories) {
      await tx.run(
        `insert into odop.entry_story (entry_id, lang, title, body, craft, materials, steps, sustainability, quotes, images,
                                       updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (entry_id, lang) do update
            set title = excluded.title, body = excluded.body, craft = excluded.craft, materials = excluded.materials,
                steps = excluded.steps, sustainability = excluded.sustainability, quotes = excluded.quotes,
                images = excluded.images, updated_at = excluded.updated_at`,
        [
          entryId,
          told.lang,
          told.title,
          told.body,
          told.craft,
          told.materials,
          told.steps,
          told.sustainability,
          JSON.stringify(quotes),
          JSON.stringify(images),
          tx.now,
        ],
      );
    }
  }

  /** A new version starts with all that the old one told. */
  async copyDossier(tx: Tx, from: string, to: string): Promise<void> {
    await tx.run(
      `insert into odop.entry_name (entry_id, lang, name, kind, source)
       select $2, lang, name, kind, source from odop.entry_name where entry_id = $1`,
      [from, to],
    );
    await tx.run(
      `insert into odop.entry_gi (entry_id, gi_id) select $2, gi_id from odop.entry_gi where entry_id = $1`,
      [from, to],
    );
    await tx.run(
      `insert into odop.entry_story (entry_id, lang, title, body, craft, materials, steps, sustainability, quotes, images,
                                     updated_at)
       select $2, lang, title, body, craft, materials, steps, sustainability, quotes, images, $3
         from odop.entry_story where entry_id = $1`,
      [from, to, tx.now],
    );
  }

  /** How many papers and stories it has. */
  async weigh(tx: Tx, entryId: string): Promise<{ evidence: number; stories: number }> {
    const row = await tx.maybe(
      z.object({ evidence: z.number(), stories: z.number() }),
      `select (select count(*)::integer from odop.entry_evidence where entry_id = $1) as evidence,
              (select count(*)::integer from odop.entry_story where entry_id = $1) as stories`,
      [entryId],
    );
    return row!;
  }

  /** Who took a step last. */
  async lastTaker(tx: Tx, entryId: string, event: string): Promise<string | null> {
    const row = await tx.maybe(
      z.object({ person_id: z.uuid().nullable() }),
      `select person_id from odop.entry_history where entry_id = $1 and event = $2 order by seq desc limit 1`,
      [entryId, event],
    );
    return row?.person_id ?? null;
  }

  /** The clock of a state by the parameters of that day; null = none runs. @rule SM-2 */
  private alarmAt(state: OdopEntryState, from: Date): Date | null {
    const row = odopEntryStates.table[state];
    return typeof row === 'object' && row.alarms ? this.policy.deadline(alarmKey(row.alarms[0]), from) : null;
  }

  async write(
    tx: Tx,
    entryId: string,
    event: string,
    from: OdopEntryState | null,
    to: OdopEntryState,
    reason: string,
  ): Promise<void> {
    await tx.run(
      `insert into odop.entry_history (entry_id, seq, event, from_state, to_state, person_id, actor, reason, at)
       select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7, $8 from odop.entry_history where entry_id = $1`,
      [entryId, event, from, to, tx.actor.personId, tx.actor.label, reason, tx.now],
    );
  }
}

const alarmKey = (key: string) =>
  key === 'odop.suspended_alarm_days' ? ('odop.suspended_alarm_days' as const) : ('odop.review_alarm_days' as const);

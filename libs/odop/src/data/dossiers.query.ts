import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { evidenceKinds, nameKinds, storyImage, storyQuote } from '../domain/dossier.js';
import { fail } from '../domain/odop.errors.js';
import { odopEntryStates, type OdopEntryState } from '../domain/odop-entry.states.js';
import { entryColumns, entrySource, entryView } from './entry-view.js';
import { OfficesQuery } from './offices.query.js';

const deskRow = entryView.extend({
  state_since: z.date(),
  since_key: z.string(),
  due_at: z.date().nullable(),
  alarmed_at: z.date().nullable(),
  withdrawal_asked_at: z.date().nullable(),
  succeeds_id: z.uuid().nullable(),
});
export type OdopDeskRow = z.output<typeof deskRow>;
/** The sort key of a page of the desk: since when it waits, id. */
export const odopDeskKey = z.tuple([z.string(), z.uuid()]);
export type OdopDeskKey = z.output<typeof odopDeskKey>;

const nameRow = z.object({ lang: z.string(), name: z.string(), kind: z.enum(nameKinds), source: z.string() });
const evidenceRow = z.object({
  id: z.uuid(),
  kind: z.enum(evidenceKinds),
  title: z.string(),
  issuer: z.string(),
  reference: z.string().nullable(),
  issued_on: z.string().nullable(),
  url: z.string().nullable(),
  added_at: z.date(),
});
export const storyRow = z.object({
  lang: z.string(),
  title: z.string(),
  body: z.string(),
  craft: z.string().nullable(),
  materials: z.array(z.string()),
  steps: z.array(z.string()),
  sustainability: z.string().nullable(),
  quotes: z.array(storyQuote),
  images: z.array(storyImage),
});
const historyRow = z.object({
  seq: z.number(),
  event: z.string(),
  from_state: z.enum(odopEntryStates.names).nullable(),
  to_state: z.enum(odopEntryStates.names),
  actor: z.string(),
  reason: z.string(),
  at: z.date(),
});
const dossierRow = deskRow.extend({
  hsn: z.array(z.string()),
  decision_no: z.string().nullable(),
  decision_on: z.string().nullable(),
  gi_override_reason: z.string().nullable(),
  gi_slugs: z.array(z.string()),
});
export type OdopDossier = z.output<typeof dossierRow> & {
  names: z.output<typeof nameRow>[];
  evidence: z.output<typeof evidenceRow>[];
  stories: z.output<typeof storyRow>[];
  history: z.output<typeof historyRow>[];
};

/** The last member is the sort key as text, in the full precision of the database. */
const deskColumns = `${entryColumns}, e.state_since, e.state_since::text as since_key, e.due_at, e.alarmed_at, e.withdrawal_asked_at,
         e.succeeds_id`;

/** What officers read of entries in any state. */
@Injectable()
export class DossiersQuery {
  constructor(private readonly offices: OfficesQuery) {}

  /**
   * Entries of the caller's own area in a state, the longest waiting first.
   * @param asked  only those whose end their State has asked for
   * @rule S-42
   */
  async onDesk(
    tx: Tx,
    state: OdopEntryState,
    request: PageRequest<OdopDeskKey>,
    asked = false,
  ): Promise<OdopDeskRow[]> {
    const office = await this.offices.mine(tx);
    const part = keyset(request, ['e.state_since', 'e.id'], 'asc', 6);
    return tx.many(
      deskRow,
      `select ${deskColumns} ${entrySource}
        where e.state = $1 and (not $5::boolean or e.withdrawal_asked_at is not null)
          and case $2 when 'platform' then true
                      when 'state_nodal' then d.state_code = $3
                      when 'district_nodal' then d.id = $4
                      else false end
          ${part.where.replace('$6', '$6::timestamptz').replace('$7', '$7::uuid')}
        order by ${part.orderBy} limit ${part.limit}`,
      [state, office?.kind ?? '', office?.state_code ?? null, office?.district_id ?? null, asked, ...part.values],
    );
  }

  /** Everything about one entry; the register hides nothing from its officers. @throws odop_entry_not_found (404) */
  async one(tx: Tx, id: string): Promise<OdopDossier> {
    const entry = await tx.maybe(
      dossierRow,
      `select ${deskColumns}, e.hsn, e.decision_no, e.decision_on::text, e.gi_override_reason,
              array(select g.slug from odop.entry_gi x join odop.gi g on g.id = x.gi_id where x.entry_id = e.id
                     order by g.slug) as gi_slugs
         ${entrySource} where e.id = $1`,
      [id],
    );
    if (entry === null) throw fail('odop_entry_not_found');
    const of = <T>(row: z.ZodType<T>, sql: string): Promise<T[]> => tx.many(row, sql, [id]);
    return {
      ...entry,
      names: await of(
        nameRow,
        `select lang, name, kind, source from odop.entry_name where entry_id = $1 order by lang, name limit 100`,
      ),
      evidence: await of(
        evidenceRow,
        `select id, kind, title, issuer, reference, issued_on::text, url, added_at
           from (select * from odop.entry_evidence where entry_id = $1 order by id desc limit 100) last order by id`,
      ),
      stories: await of(
        storyRow,
        `select lang, title, body, craft, materials, steps, sustainability, quotes, images
           from odop.entry_story where entry_id = $1 order by lang`,
      ),
      history: await of(
        historyRow,
        `select seq, event, from_state, to_state, actor, reason, at
           from (select * from odop.entry_history where entry_id = $1 order by seq desc limit 100) last order by seq`,
      ),
    };
  }
}

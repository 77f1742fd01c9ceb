import { z } from 'zod';
import {
  dossier,
  evidence,
  nameKinds,
  odopEntryStateNames,
  odopLists,
  story,
  type OdopDeskRow,
  type OdopDossier,
} from '#odop';
import { pageQuery, queryBoolean } from '#platform/http';
import { freeText } from '#platform/identifiers';
import { slug } from '../public/names.schema.js';
import { odopEntry, viewOfEntry } from '../public/odop-entries.schema.js';

export const odopDeskQuery = pageQuery.omit({ count: true }).extend({
  status: z.enum(odopEntryStateNames).default('proposed').describe('the entry’s state of SM-2'),
  withdrawalAsked: queryBoolean().default(false).describe('only those whose end their State has asked for'),
});

const reason = freeText(500).describe('kept with the step, for everybody who looks at it later');

export const proposalBody = dossier
  .partial({ gi: true, hsn: true, names: true, giSlugs: true, stories: true, evidence: true })
  .extend({ district: slug, list: z.enum(odopLists).default('dpiit_odop'), reason })
  .meta({ id: 'OdopProposal' });

export const changeBody = z.strictObject({ change: dossier.partial(), reason }).meta({ id: 'OdopChange' });
export const dossierBody = dossier.partial().meta({ id: 'OdopDossierPart' });
export const completionBody = z.strictObject({ reason }).meta({ id: 'OdopDossierCompletion' });
export const giFlagBody = z
  .strictObject({ gi: z.boolean().nullable().describe('null: as the list has published it'), reason })
  .meta({ id: 'OdopGiFlag' });

const order = {
  decisionNo: freeText(80).optional().describe('number of the order'),
  decisionOn: z.iso.date().optional(),
};
export const stateDecisionBody = z
  .strictObject({
    decision: z.enum(['approve', 'return', 'reject', 'suspend', 'resume', 'ask_withdrawal']),
    reason,
    ...order,
  })
  .meta({ id: 'OdopStateDecision' });
export const nationalDecisionBody = z
  .strictObject({
    decision: z.enum(['confirm', 'query', 'suspend', 'resume', 'withdraw', 'keep']),
    reason,
    ...order,
    effectiveFrom: z.iso.date().optional().describe('first day in force; only with confirm, today if left out'),
  })
  .refine((body) => body.effectiveFrom === undefined || body.decision === 'confirm', {
    path: ['effectiveFrom'],
    error: 'only a confirmation has a first day',
  })
  .meta({ id: 'OdopNationalDecision' });

export const odopEntryOnDesk = odopEntry
  .extend({
    statusSince: z.iso.datetime(),
    dueAt: z.iso.datetime().nullable().describe('when the desk above is told, or a confirmed entry takes effect'),
    alarmedAt: z.iso.datetime().nullable(),
    withdrawalAskedAt: z.iso.datetime().nullable().describe('its State has asked for its end'),
    succeeds: z.uuid().nullable().describe('the version it replaces'),
    version: z.int(),
  })
  .meta({ id: 'OdopEntryOnDesk', examples: undefined, example: undefined });

export const odopDossier = odopEntryOnDesk
  .extend({
    hsn: z.array(z.string()).max(20),
    decisionNo: z.string().nullable(),
    decisionOn: z.iso.date().nullable(),
    giReason: z.string().nullable().describe('why an officer corrected the published flag'),
    giSlugs: z.array(z.string()).max(10),
    names: z
      .array(z.strictObject({ lang: z.string(), name: z.string(), kind: z.enum(nameKinds), source: z.string() }))
      .max(100),
    stories: z.array(story).max(10),
    evidence: z
      .array(evidence.extend({ id: z.uuid(), addedAt: z.iso.datetime() }))
      .max(100)
      .describe('the last hundred'),
    history: z
      .array(
        z.strictObject({
          event: z.string(),
          from: z.enum(odopEntryStateNames).nullable(),
          to: z.enum(odopEntryStateNames),
          by: z.string(),
          reason: z.string(),
          at: z.iso.datetime(),
        }),
      )
      .max(100)
      .describe('the last hundred steps'),
  })
  .meta({ id: 'OdopDossier', example: undefined });

export const viewOfDeskRow = (row: OdopDeskRow): z.input<typeof odopEntryOnDesk> => ({
  ...viewOfEntry(row),
  statusSince: row.state_since.toISOString(),
  dueAt: row.due_at?.toISOString() ?? null,
  alarmedAt: row.alarmed_at?.toISOString() ?? null,
  withdrawalAskedAt: row.withdrawal_asked_at?.toISOString() ?? null,
  succeeds: row.succeeds_id,
  version: row.version,
});

export const viewOfDossier = (row: OdopDossier): z.input<typeof odopDossier> => ({
  ...viewOfDeskRow(row),
  hsn: row.hsn,
  decisionNo: row.decision_no,
  decisionOn: row.decision_on,
  giReason: row.gi_override_reason,
  giSlugs: row.gi_slugs,
  names: row.names,
  stories: row.stories,
  evidence: row.evidence.map(({ added_at, issued_on, ...paper }) => ({
    ...paper,
    issuedOn: issued_on,
    addedAt: added_at.toISOString(),
  })),
  history: row.history.map(({ event, from_state, to_state, actor, reason: why, at }) => ({
    event,
    from: from_state,
    to: to_state,
    by: actor,
    reason: why,
    at: at.toISOString(),
  })),
});

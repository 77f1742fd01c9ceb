import { z } from 'zod';
import { freeText } from '#platform/identifiers';
import {
  evidenceInput,
  evidenceKinds,
  findings,
  needs,
  sellerClasses,
  sellerStates,
  type ApplicationView,
  type OwnApplicationRow,
} from '#sellers';
import { pincodeText, slug } from '../public/names.schema.js';

export const applicationBody = z
  .strictObject({
    class: z.enum(sellerClasses),
    name: freeText(120).describe('legal or trade name, shown to buyers'),
    district: slug,
    address: z.strictObject({
      line: freeText(200),
      place: freeText(80).describe('village, town or quarter, shown to buyers'),
      pincode: pincodeText,
    }),
    languages: z
      .array(z.string().regex(/^[a-z]{2,3}$/))
      .max(5)
      .default([])
      .describe('languages the maker reads, the preferred one first; ISO 639')
      .meta({ examples: [['hi', 'en']] }),
  })
  .meta({ id: 'NewSellerApplication' });

export const submissionBody = z
  .strictObject({
    consentNotice: z.string().min(1).max(40).describe('version of the data notice agreed to'),
    device: z
      .string()
      .regex(/^[A-Za-z0-9_-]{22,64}$/)
      .nullable()
      .default(null)
      .describe(
        'drawn by lot by the app when it was installed, never a number of the hardware; kept as a keyed hash for 180 days, to find one person who applies twice',
      ),
  })
  .meta({ id: 'SellerSubmission', example: { consentNotice: 'en-1', device: 'pV3kq0cJ8hTgYw5nZr1uXA' } });

export const payoutAccountBody = z
  .strictObject({ holder: freeText(120), account: z.string().max(40), ifsc: z.string().max(40) })
  .meta({ id: 'WantedPayoutAccount' });
export const askedOwnCode = z
  .strictObject({ consentId: z.uuid(), challengeId: z.uuid(), sentTo: z.string(), expiresAt: z.iso.datetime() })
  .meta({ id: 'AskedOwnCode' });

const state = z.enum(sellerStates.names);

/** A paper as its applicant sees it: what it is, how it stands, never its whole numbers. */
const paper = z.strictObject({
  kind: z.enum(evidenceKinds),
  hint: z.string().describe('enough for its owner to know it'),
  finding: z.enum(findings).describe('manual: an officer looks at it'),
  note: z.string().nullable(),
  validTo: z.iso.date().nullable(),
  givenAt: z.iso.datetime(),
});

export const applicationLine = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    class: z.enum(sellerClasses),
    state,
    stateSince: z.iso.datetime(),
  })
  .meta({ id: 'SellerApplicationLine' });
export const applicationList = z
  .strictObject({ items: z.array(applicationLine).max(100) })
  .meta({ id: 'SellerApplications' });

export const historyLine = z.strictObject({
  event: z.string(),
  state,
  reason: z.string().nullable(),
  at: z.iso.datetime(),
  papers: z
    .array(z.strictObject({ kind: z.enum(evidenceKinds), reason: z.string() }))
    .max(evidenceKinds.length)
    .describe('papers a correction was asked for'),
});

export const application = applicationLine
  .extend({
    dueAt: z.iso.datetime().nullable().describe('when the present wait is over'),
    needs: z
      .array(z.strictObject({ kind: z.enum(evidenceKinds), need: z.enum(needs) }))
      .max(evidenceKinds.length)
      .describe('papers of this class: M mandatory, C conditional, O optional'),
    progress: z
      .strictObject({ given: z.int().min(0), needed: z.int().min(1) })
      .describe('papers that are complete, of those needed before it can be submitted'),
    missing: z
      .array(z.string())
      .max(2 * evidenceKinds.length)
      .describe('what must be added before it can be submitted'),
    todo: z
      .array(
        z.strictObject({
          kind: z.enum(evidenceKinds),
          what: z.enum(['paper', 'office_bearers', 'gstin']).describe('the whole paper, or something in it'),
          says: z.strictObject({ en: z.string(), hi: z.string() }),
        }),
      )
      .max(2 * evidenceKinds.length)
      .describe('the same in plain words, to show to the maker'),
    papers: z.array(paper).max(evidenceKinds.length),
    history: z.array(historyLine).max(100).describe('the last hundred steps'),
  })
  .meta({ id: 'SellerApplication' });

/** The same for the officer, with the papers' own numbers and names. */
export const applicationOnDesk = application
  .extend({
    papers: z.array(paper.extend({ value: evidenceInput })).max(evidenceKinds.length),
    escalatedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'SellerApplicationOnDesk' });

export const viewOfLine = (row: OwnApplicationRow): z.input<typeof applicationLine> => ({
  id: row.id,
  name: row.name,
  class: row.class,
  state: row.state,
  stateSince: row.state_since.toISOString(),
});

export function viewOfApplication({ seller, papers, ...rest }: ApplicationView): z.input<typeof application> {
  return {
    ...viewOfLine(seller),
    dueAt: seller.due_at?.toISOString() ?? null,
    needs: [...rest.needs],
    progress: { ...rest.progress },
    missing: [...rest.missing],
    todo: rest.todo.map(({ kind, what, says }) => ({ kind, what, says: { ...says } })),
    papers: papers.map(viewOfPaper),
    history: rest.history.map((line) => ({
      event: line.event,
      state: line.to_state,
      reason: line.reason,
      at: line.at.toISOString(),
      papers: line.asks ?? [],
    })),
  };
}

export function viewOnDesk(view: ApplicationView): z.input<typeof applicationOnDesk> {
  return {
    ...viewOfApplication(view),
    papers: view.papers.map((one) => ({ ...viewOfPaper(one), value: one.value })),
    escalatedAt: view.seller.escalated_at?.toISOString() ?? null,
  };
}

const viewOfPaper = (one: ApplicationView['papers'][number]): z.input<typeof paper> => ({
  kind: one.kind,
  hint: one.hint,
  finding: one.finding,
  note: one.note,
  validTo: one.valid_to,
  givenAt: one.given_at.toISOString(),
});

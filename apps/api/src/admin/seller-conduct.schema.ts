import { z } from 'zod';
import { pageQuery } from '#platform/http';
import { freeText } from '#platform/identifiers';
import {
  evidenceInput,
  evidenceKinds,
  renewableKinds,
  sellerClasses,
  sellerStates,
  severities,
  type AppealLine,
  type PaperDeskLine,
  type ShopLine,
  type WaitingPapers,
} from '#sellers';
import { hiddenGoods } from '../seller/shop.schema.js';

const incident = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9/-]{2,39}$/)
  .describe('number of the incident')
  .meta({ examples: ['INC-2027-00017'] });

export const shopsQuery = pageQuery
  .omit({ count: true })
  .extend({ state: z.enum(sellerStates.names).default('moratorium') });
export const shopLine = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    class: z.enum(sellerClasses),
    state: z.enum(sellerStates.names),
    stateSince: z.iso.datetime(),
    dueAt: z.iso.datetime().nullable(),
    hidden: hiddenGoods,
  })
  .meta({ id: 'ShopLine' });
export const viewOfShopLine = (row: ShopLine): z.input<typeof shopLine> => ({
  id: row.id,
  name: row.name,
  class: row.class,
  state: row.state,
  stateSince: row.state_since.toISOString(),
  dueAt: row.due_at?.toISOString() ?? null,
  hidden: row.restricted_kinds,
});

const reason = freeText(1_000).describe('why, in words the maker reads');
export const moratoriumBody = z.strictObject({ incident, reason }).meta({ id: 'Moratorium' });
export const suspensionBody = z
  .strictObject({
    severity: z.enum(severities).describe('its days follow from the level and from repetition; a first mild one warns'),
    incident,
    reason,
  })
  .meta({ id: 'Suspension' });
export const endBody = z.strictObject({ reason }).meta({ id: 'MeasureEnd' });
export const decisionBody = z.strictObject({ accept: z.boolean(), reason }).meta({ id: 'PaperDecision' });
export const accountDecisionBody = decisionBody
  .extend({ paperId: z.uuid().describe('the account you looked at') })
  .meta({ id: 'PayoutAccountDecision' });
export const appealDecisionBody = z.strictObject({ allow: z.boolean(), reason }).meta({ id: 'AppealDecision' });

export const appeals = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          id: z.uuid(),
          sellerId: z.uuid(),
          name: z.string(),
          words: z.string(),
          madeAt: z.iso.datetime(),
          suspension: z.strictObject({
            severity: z.string(),
            incident: z.string(),
            reason: z.string(),
            until: z.iso.datetime().nullable(),
          }),
        }),
      )
      .max(100),
  })
  .meta({ id: 'SellerAppeals' });
export const viewOfAppeals = (rows: readonly AppealLine[]): z.input<typeof appeals> => ({
  items: rows.map((row) => ({
    id: row.id,
    sellerId: row.seller_id,
    name: row.name,
    words: row.words,
    madeAt: row.made_at.toISOString(),
    suspension: {
      severity: row.severity,
      incident: row.incident,
      reason: row.measure_reason,
      until: row.until?.toISOString() ?? null,
    },
  })),
});

export const paperDeskQuery = pageQuery.omit({ count: true });
export const paperLine = z
  .strictObject({
    sellerId: z.uuid(),
    name: z.string(),
    what: z.enum(['renewal', 'payout_account']),
    kind: z.enum(evidenceKinds),
    since: z.iso.datetime(),
  })
  .meta({ id: 'WaitingPaper' });
export const viewOfPaperLine = (row: PaperDeskLine): z.input<typeof paperLine> => ({
  sellerId: row.seller_id,
  name: row.name,
  what: row.what,
  kind: row.kind as (typeof evidenceKinds)[number],
  since: row.since.toISOString(),
});

export const waitingPapers = z
  .strictObject({
    renewals: z
      .array(
        z.strictObject({
          id: z.uuid(),
          kind: z.enum(renewableKinds),
          validTo: z.iso.date(),
          givenAt: z.iso.datetime(),
          value: evidenceInput,
        }),
      )
      .max(50),
    account: z
      .strictObject({ paperId: z.uuid(), note: z.string().nullable(), givenAt: z.iso.datetime(), value: evidenceInput })
      .nullable()
      .describe('a payout account whose name the bank writes differently'),
  })
  .meta({ id: 'WaitingPapers' });
export const viewOfWaiting = ({ renewals, account }: WaitingPapers): z.input<typeof waitingPapers> => ({
  renewals: renewals.slice(0, 50).map(({ id, kind, valid_to, given_at, value }) => ({
    id,
    kind,
    validTo: valid_to,
    givenAt: given_at.toISOString(),
    value,
  })),
  account: account && {
    paperId: account.id,
    note: account.note,
    givenAt: account.given_at.toISOString(),
    value: account.value,
  },
});

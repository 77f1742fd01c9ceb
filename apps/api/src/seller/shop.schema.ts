import { z } from 'zod';
import { freeText } from '#platform/identifiers';
import { mobile } from '../buyer/order-wish.schema.js';
import {
  measureKinds,
  outcomes,
  renewableKinds,
  restrictions,
  sellerClasses,
  sellerStates,
  severities,
  type ShopView,
} from '#sellers';
import { officer } from '../buyer/shown.schema.js';
import { historyLine } from './applications.schema.js';

export const hiddenGoods = z
  .array(z.enum(restrictions))
  .max(restrictions.length)
  .describe('goods not on sale because a paper ended: food, goods of a registered GI, or all');

const renewal = z.strictObject({
  id: z.uuid(),
  kind: z.enum(renewableKinds),
  hint: z.string(),
  validTo: z.iso.date().describe('first day on which it no longer holds'),
  state: z.enum(['waiting', 'accepted', 'refused']),
  reason: z.string().nullable(),
  givenAt: z.iso.datetime(),
});

const measure = z.strictObject({
  kind: z.enum(measureKinds),
  severity: z.enum(severities).nullable(),
  occurrence: z.int().min(1).describe('the how-manieth of its level'),
  incident: z.string(),
  reason: z.string(),
  decidedAt: z.iso.datetime(),
  until: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  outcome: z.enum(outcomes).nullable(),
});

const appeal = z.strictObject({
  id: z.uuid(),
  words: z.string(),
  madeAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  allowed: z.boolean().nullable(),
  reason: z.string().nullable(),
});

export const shop = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    class: z.enum(sellerClasses),
    state: z.enum(sellerStates.names),
    stateSince: z.iso.datetime(),
    dueAt: z.iso.datetime().nullable().describe('when the present wait is over'),
    mayList: z.boolean().describe('new goods may be put before the reviewer'),
    takesOrders: z.boolean().describe('goods on sale can be bought'),
    servesOrders: z.boolean().describe('what was sold before is delivered'),
    hidden: hiddenGoods,
    grievanceOfficer: officer.nullable().describe('who answers for complaints; null: name somebody'),
    papers: z
      .array(
        z.strictObject({
          kind: z.enum(renewableKinds),
          validTo: z.iso.date().describe('first day on which it no longer holds'),
        }),
      )
      .max(renewableKinds.length),
    renewals: z.array(renewal).max(50),
    measures: z.array(measure).max(100).describe('warnings, moratoria and suspensions, the newest first'),
    appeals: z.array(appeal).max(100),
    history: z.array(historyLine).max(100).describe('what happened, the newest first'),
  })
  .meta({ id: 'Shop' });

export const appealBody = z
  .strictObject({ words: freeText(2_000).describe('why the suspension is wrong, for the officer who decides') })
  .meta({ id: 'SellerAppeal' });
export const officerBody = z
  .strictObject({
    name: freeText(100),
    designation: freeText(100),
    phone: mobile,
    email: z.email().max(254),
  })
  .meta({
    id: 'GrievanceOfficerBody',
    example: {
      ...{ name: 'Sunita Test', designation: 'Secretary of the group' },
      ...{ phone: '+919800000002', email: 'complaints@weavers.example' },
    },
  });
export const closureBody = z.strictObject({ reason: freeText(500) }).meta({ id: 'ShopClosure' });

export function viewOfShop({ seller, standing, ...rest }: ShopView): z.input<typeof shop> {
  return {
    id: seller.id,
    name: seller.name,
    class: seller.class,
    state: seller.state,
    stateSince: seller.state_since.toISOString(),
    dueAt: seller.due_at?.toISOString() ?? null,
    ...standing,
    hidden: [...standing.hidden],
    grievanceOfficer: seller.grievance_officer,
    papers: rest.papers.map(({ kind, valid_to }) => ({ kind, validTo: valid_to })),
    renewals: rest.renewals.map((one) => ({
      id: one.id,
      kind: one.kind,
      hint: one.hint,
      validTo: one.valid_to,
      state: one.state,
      reason: one.reason,
      givenAt: one.given_at.toISOString(),
    })),
    measures: rest.measures.slice(0, 100).map((one) => ({
      kind: one.kind,
      severity: one.severity,
      occurrence: one.occurrence,
      incident: one.incident,
      reason: one.reason,
      decidedAt: one.decided_at.toISOString(),
      until: one.until?.toISOString() ?? null,
      endedAt: one.ended_at?.toISOString() ?? null,
      outcome: one.outcome,
    })),
    appeals: rest.appeals.slice(0, 100).map((one) => ({
      id: one.id,
      words: one.words,
      madeAt: one.made_at.toISOString(),
      decidedAt: one.decided_at?.toISOString() ?? null,
      allowed: one.is_allowed,
      reason: one.reason,
    })),
    history: rest.history.map((line) => ({
      event: line.event,
      state: line.to_state,
      reason: line.reason,
      at: line.at.toISOString(),
      papers: [],
    })),
  };
}

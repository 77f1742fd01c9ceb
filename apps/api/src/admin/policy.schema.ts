import { z } from 'zod';
import { pageOf, pageQuery } from '#platform/http';
import { freeText } from '#platform/identifiers';
import { definitionOf, isParameterKey, proposalStates, units, type NewProposal, type Proposal } from '#policy';
import { meantValue, shownValue } from '../public/policy-value.js';
import { parameter, parameterKey, scope } from '../public/policy.schema.js';

export const reason = freeText(1_000, 10);
const citation = freeText(500, 10).describe('order or circular the value rests on, with its date');

export const parameterHistory = z
  .strictObject({
    key: parameterKey,
    unit: z.enum(units),
    rule: z.string(),
    says: z.string(),
    values: z.array(parameter).max(1_000).describe('past, present and to come, by scope and day'),
  })
  .meta({ id: 'PolicyParameterHistory' });

export const proposalBody = z
  .strictObject({
    key: parameterKey,
    scope: scope.default('GLOBAL'),
    value: z.unknown().describe('in the form in which the parameter is shown'),
    effectiveFrom: z.iso.date().describe('a later legal day'),
    source: citation,
    reason: reason.describe('why the value is wanted'),
  })
  .meta({
    id: 'PolicyProposalInput',
    example: {
      key: 'cod.max_paise',
      scope: 'GLOBAL',
      value: { paise: 750_000, currency: 'INR' },
      effectiveFrom: '2027-04-01',
      source: 'Order of the programme desk of 1 Mar 2027',
      reason: 'Couriers now insure cash up to this value.',
    },
  });

export const rejectionBody = z.strictObject({ reason }).meta({ id: 'PolicyRejection' });

export const proposal = z
  .strictObject({
    id: z.uuid(),
    key: parameterKey,
    scope: z.string(),
    unit: z.enum(units),
    value: z.unknown(),
    effectiveFrom: z.iso.date(),
    source: z.string(),
    reason: z.string(),
    state: z.enum(proposalStates),
    proposedBy: z.uuid(),
    proposedAt: z.iso.datetime(),
    decidedBy: z.uuid().nullable(),
    decidedAt: z.iso.datetime().nullable(),
    decisionReason: z.string().nullable(),
  })
  .meta({ id: 'PolicyProposal' });
export type ProposalView = z.infer<typeof proposal>;

export const proposalPage = pageOf(proposal);
export const proposalsQuery = pageQuery.extend({ state: z.enum(proposalStates).default('open') });
export type ProposalsQueryInput = z.infer<typeof proposalsQuery>;

export function newProposal(body: z.infer<typeof proposalBody>): NewProposal {
  const value = isParameterKey(body.key) ? meantValue(definitionOf(body.key).unit, body.value) : body.value;
  return {
    key: body.key,
    scope: body.scope,
    value,
    effective_from: body.effectiveFrom,
    source: body.source,
    reason: body.reason,
  };
}

export function proposalView(row: Proposal): ProposalView {
  return {
    id: row.id,
    key: row.key,
    scope: row.scope,
    unit: row.unit,
    value: shownValue(row.unit, row.value),
    effectiveFrom: row.effective_from,
    source: row.source,
    reason: row.reason,
    state: row.state,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at.toISOString(),
    decidedBy: row.decided_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decisionReason: row.decision_reason,
  };
}

import { z } from 'zod';
import { differenceAbouts, differenceKinds, differenceStatuses, type DifferenceRow } from '#payments';
import { pageQuery } from '#platform/http';
import { freeText } from '#platform/identifiers';
import { money, moneySchema } from '#platform/money';

export const differencesQuery = pageQuery
  .omit({ count: true })
  .extend({ status: z.enum(differenceStatuses).optional() });

export const paymentDifference = z
  .strictObject({
    id: z.uuid(),
    about: z.enum(differenceAbouts),
    kind: z.enum(differenceKinds).describe('what one side has and the other has not'),
    provider: z.string(),
    providerId: z.string().describe('its name there'),
    ourId: z.uuid().nullable().describe('our row, when there is one'),
    ours: moneySchema.nullable(),
    theirs: moneySchema.nullable(),
    says: z.string().describe('how each side saw it when it was found'),
    status: z.enum(differenceStatuses),
    how: z.string().nullable().describe('what put it right'),
    reason: z.string().nullable().describe('the payments desk’s words'),
    foundAt: z.iso.datetime(),
    settledAt: z.iso.datetime().nullable(),
  })
  .meta({
    id: 'PaymentDifference',
    example: {
      id: '019a7b1c-7f00-7000-8000-000000000021',
      about: 'payment',
      kind: 'missing_here',
      provider: 'stripe',
      providerId: 'pi_3QxTestOnly',
      ourId: null,
      ours: null,
      theirs: { paise: 12_300, currency: 'INR' },
      says: 'captured there, unknown here',
      status: 'open',
      how: null,
      reason: null,
      foundAt: '2026-11-12T08:15:02.000Z',
      settledAt: null,
    },
  });

export const explanationBody = z
  .strictObject({ reason: freeText(1_000).describe('what it was, and what was done about it') })
  .meta({
    id: 'DifferenceExplanation',
    example: { reason: 'A test charge of the provider’s own support; they gave it back.' },
  });

const amount = (paise: bigint | null) => (paise === null ? null : money(paise));

export const viewOfDifference = (row: DifferenceRow): z.input<typeof paymentDifference> => ({
  id: row.id,
  about: row.about,
  kind: row.kind,
  provider: row.provider,
  providerId: row.provider_id,
  ourId: row.our_id,
  ours: amount(row.ours_paise),
  theirs: amount(row.theirs_paise),
  says: row.says,
  status: row.status,
  how: row.how,
  reason: row.reason,
  foundAt: row.found_at.toISOString(),
  settledAt: row.settled_at?.toISOString() ?? null,
});

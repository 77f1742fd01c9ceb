import { z } from 'zod';
import type { Actor } from '#platform/kernel';
import { fail } from './tax.errors.js';

export const debitRequestStates = ['asked', 'issued', 'refused', 'withdrawn'] as const;
export type DebitRequestState = (typeof debitRequestStates)[number];

/** Of a line, what is said to have been wrong. */
export const debitWish = z.strictObject({
  n: z.int(),
  hsn: z.string(),
  gstRateKey: z.string(),
  value_paise: z.string(),
});
/** A line of the note as it was worked out when it was asked for; amounts as text, paise. */
export const debitLineText = z.strictObject({
  lineId: z.uuid(),
  title: z.string(),
  hsn: z.string(),
  uqc: z.string(),
  quantity: z.int(),
  rate_bp: z.int(),
  gross_paise: z.string(),
  discount_paise: z.string(),
  freight_paise: z.string(),
  taxable_paise: z.string(),
  cgst_paise: z.string(),
  sgst_paise: z.string(),
  igst_paise: z.string(),
  platform_paise: z.string(),
});

/** Somebody answers for a paper in a maker's name: a job or a key of a machine does not. @throws debit_needs_person @rule S-28 */
export function officerOf(actor: Actor): string {
  if (actor.kind !== 'person' || actor.personId === null) throw fail('debit_needs_person');
  return actor.personId;
}

/**
 * The person who may agree: anybody of the desk but the one who asked, once.
 * @throws debit_request_settled (409), debit_needs_person, own_debit_request (403)
 * @rule S-28
 */
export function agreeing(request: { state: DebitRequestState; asked_by: string }, actor: Actor): string {
  const person = ending(request, actor);
  if (person === request.asked_by) throw fail('own_debit_request');
  return person;
}

/** The person who takes it back or turns it down. @throws debit_request_settled (409), debit_needs_person (403) */
export function ending({ state }: { state: DebitRequestState }, actor: Actor): string {
  if (state !== 'asked') throw fail('debit_request_settled', { state });
  return officerOf(actor);
}

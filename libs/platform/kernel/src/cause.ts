import { z } from 'zod';

/** Why a service module acts: it knows the kind and id of its cause, never the journey behind it. */
export const cause = z.object({
  kind: z.enum(['checkout', 'order', 'demand', 'contract', 'bill', 'payout_run', 'courier_bill', 'settlement']),
  id: z.uuid(),
});
export type Cause = z.infer<typeof cause>;

/** `order:0192…`, as stored beside ledger transfers and payments. */
export const causeText = (c: Cause): string => `${c.kind}:${c.id}`;

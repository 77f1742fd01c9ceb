import { z } from 'zod';
import { job } from '#platform/kernel';

/** An e-way bill of goods that will not move is cancelled at the portal. */
export const CancelEWayBillJob = job('tax.cancel-eway-bill', {
  payload: z.strictObject({ documentId: z.uuid() }),
  key: (p) => p.documentId,
});
/** An e-way bill is asked for at the government's portal; `round` rises when a maker has it asked for again. */
export const MakeEWayBillJob = job('tax.make-eway-bill', {
  payload: z.strictObject({ documentId: z.uuid(), round: z.int().min(0) }),
  key: (p) => `${p.documentId}-${p.round}`,
});

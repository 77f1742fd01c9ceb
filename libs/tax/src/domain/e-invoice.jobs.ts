import { z } from 'zod';
import { job } from '#platform/kernel';

/** An invoice is told to the government's portal; `round` rises when a maker has it sent again. */
export const RegisterInvoiceJob = job('tax.register-invoice', {
  payload: z.strictObject({ documentId: z.uuid(), round: z.int().min(0) }),
  key: (p) => `${p.documentId}-${p.round}`,
});

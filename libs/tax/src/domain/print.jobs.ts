import { z } from 'zod';
import { job } from '#platform/kernel';
import { editions } from './tax-paper.js';

/** A document was issued, or is asked for: it is printed once, in a queue where nothing else waits behind it. */
export const PrintDocumentJob = job('tax.print-document', {
  payload: z.strictObject({ documentId: z.uuid(), edition: z.enum(editions) }),
  key: (p) => `${p.documentId}-${p.edition}`,
});

/** A certificate was issued: it is printed once, in the same queue. */
export const PrintCertificateJob = job('tax.print-certificate', {
  payload: z.strictObject({ certificateId: z.uuid() }),
  key: (p) => p.certificateId,
});

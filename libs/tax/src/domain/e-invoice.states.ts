import { z } from 'zod';
import { final, states } from '#platform/kernel';

/** How an invoice between two registered businesses becomes known to the government's portal. @rule */
export const eInvoiceStates = states('The registration of the invoice', 'waiting', {
  waiting: {
    waitsFor: 'platform',
    on: { register: 'registered', refuse: 'refused' },
    alarms: ['einvoice.alarm_hours', 'payments desk', 'R-6.22'],
  },
  refused: {
    waitsFor: 'seller',
    on: { ask_again: 'waiting' },
    alarms: ['einvoice.refused_alarm_days', 'payments desk', 'R-6.22'],
  },
  registered: final,
});
export type EInvoiceState = (typeof eInvoiceStates.names)[number];
export type EInvoiceEvent = Parameters<typeof eInvoiceStates.next>[1];

/** What the portal signed: the code to scan, and the whole invoice. Both name the parties. */
export const signed = z.object({ qr: z.string(), invoice: z.string() });
export type Signed = z.infer<typeof signed>;
/** Where it is sealed, under the key of the papers (S-63). */
export const signedOf = (documentId: string) => ({ table: 'tax.e_invoice', column: 'signed', row: documentId });

import { newId } from '#platform/kernel';
import type { OutgoingMessage } from '../../src/ports/message-sender.js';

/** An SMS on its way to a provider. */
export const sms = (changes: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id: newId(),
  channel: 'sms',
  to: '+919876500042',
  subject: null,
  text: 'ODOP Bazaar: order ODB-1 has been delivered.',
  template: 'orders.delivered/shopper',
  templateVersion: 1,
  language: 'en',
  at: new Date('2026-11-12T09:05:00Z'),
  ...changes,
});

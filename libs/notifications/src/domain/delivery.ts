import type { StoppableChannel } from './channels.js';

/**
 * What a provider told of a message after it took it. A later word in this list stands against an earlier one, whichever
 * came first: who gave up may still have delivered, a mailbox may say no after it took a letter, and who complains has
 * read it. So notices may come twice and in any order.
 * @rule S-19
 */
export const deliveries = ['failed', 'delivered', 'bounced', 'complained'] as const;
export type Delivery = (typeof deliveries)[number];

/** Why nothing ordinary is sent to an address any more: nobody is there, or its reader does not want it. */
export const stopReasons = ['bounced', 'complained'] as const;
export type StopReason = (typeof stopReasons)[number];

/** What a word about a message says of its reader's address; null when nothing. @rule S-14 */
export const stopsFor = (delivery: Delivery): StopReason | null =>
  stopReasons.find((reason) => reason === delivery) ?? null;

/** Words by which our gateway refuses an address that does not exist. */
const nobodyThere = new Set(['no_such_number', 'no_such_mailbox']);

/** The same of a refusal. */
export const stopsForRefusal = (failure: string): StopReason | null => (nobodyThere.has(failure) ? 'bounced' : null);

/** An address of hers to which nothing ordinary is sent. */
export interface Stop {
  channel: StoppableChannel;
  why: StopReason;
  since: Date;
}

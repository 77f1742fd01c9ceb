import { z } from 'zod';
import { event } from '#platform/kernel';
import { outsideChannels, stoppableChannels } from './channels.js';
import { stopReasons } from './delivery.js';

/** Ordinary messages no longer go to an address of somebody, until she confirms it. */
export const AddressStopped = event(
  'notifications.address_stopped',
  z.object({ personId: z.uuid(), channel: z.enum(stoppableChannels), why: z.enum(stopReasons) }),
);

/** Messages of a channel lie too long: in the queue for their provider, or unsent. */
export const MessagesWait = event(
  'notifications.messages_wait',
  z.object({
    channel: z.enum(outsideChannels),
    state: z.enum(['queued', 'failed']),
    messages: z.number().int(),
    since: z.iso.datetime(),
  }),
);

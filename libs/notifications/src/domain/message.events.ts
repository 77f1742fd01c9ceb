import { z } from 'zod';
import { event } from '#platform/kernel';
import { stoppableChannels } from './channels.js';
import { stopReasons } from './delivery.js';

/** Ordinary messages no longer go to an address of somebody, until she confirms it. */
export const AddressStopped = event(
  'notifications.address_stopped',
  z.object({ personId: z.uuid(), channel: z.enum(stoppableChannels), why: z.enum(stopReasons) }),
);

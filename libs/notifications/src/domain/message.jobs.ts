import { z } from 'zod';
import { job } from '#platform/kernel';
import { jobTable } from '#platform/queue';

/** How often a message is offered to a provider that does not answer: over an hour in all. Then it is `failed`. */
export const sendTries = jobTable['notifications.send'].attempts;

/** Hands one message to its provider. The names and words of the message are nowhere in the job. */
export const SendMessageJob = job('notifications.send', {
  payload: z.strictObject({ messageId: z.uuid() }),
  key: (p) => p.messageId,
});

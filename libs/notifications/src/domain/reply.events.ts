import { z } from 'zod';
import { event, job } from '#platform/kernel';
import { replyOutcomes } from './reply.js';

/** A reply to a message was read, and done or not. */
export const ReplyAnswered = event(
  'notifications.reply_answered',
  z.strictObject({
    replyId: z.uuid(),
    personId: z.uuid(),
    orderId: z.uuid().nullable(),
    outcome: z.enum(replyOutcomes),
  }),
);

/** Does what a reply asks for. Its words are nowhere in the job. */
export const AnswerReplyJob = job('notifications.answer-reply', {
  payload: z.strictObject({ replyId: z.uuid() }),
  key: (p) => p.replyId,
});

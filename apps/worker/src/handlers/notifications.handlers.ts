import { AnswerReply, AnswerReplyJob, SendMessage, SendMessageJob } from '#notifications';
import { call, handle, type JobHandler } from '#platform/queue';

export const notificationsJobs: readonly JobHandler[] = [
  handle(
    SendMessageJob,
    call(SendMessage, (sendMessage, payload) => sendMessage.run(payload)),
  ),
  handle(
    AnswerReplyJob,
    call(AnswerReply, (answerReply, payload) => answerReply.run(payload)),
  ),
];

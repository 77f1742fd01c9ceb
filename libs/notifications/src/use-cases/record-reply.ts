import { Inject, Injectable } from '@nestjs/common';
import { MobileOwners } from '#identity';
import { seeingAll, UnitOfWork } from '#platform/database';
import { Replies } from '../data/replies.repository.js';
import { fail } from '../domain/message.errors.js';
import { AnswerReplyJob } from '../domain/reply.events.js';
import { readReply } from '../domain/reply.js';
import { MESSAGE_REPLIES, ReplyRejected, type GivenReply, type MessageReplies } from '../ports/message-replies.js';

@Injectable()
export class RecordReply {
  constructor(
    private readonly work: UnitOfWork,
    private readonly owners: MobileOwners,
    private readonly replies: Replies,
    @Inject(MESSAGE_REPLIES) private readonly outside: MessageReplies,
  ) {}

  /**
   * Believes what a gateway passes on or refuses it, keeps once what is understood of it, and leaves the work to a job. From a
   * number that is nobody's nothing is kept, and nothing is sent there.
   * @throws reply_rejected (400)
   * @rule S-18 S-19 S-63
   */
  run(...signed: Parameters<MessageReplies['read']>): Promise<{ received: true }> {
    const { eventId, from, text, channel } = this.believed(...signed);
    return this.work.run((tx) =>
      seeingAll(tx, async () => {
        const personId = await this.owners.of(tx, from);
        if (personId === null) return { received: true };
        const replyId = await this.replies.add(tx, { eventId, personId, channel, ...readReply(text) });
        if (replyId !== null) tx.enqueue(AnswerReplyJob, { replyId });
        return { received: true };
      }),
    );
  }

  private believed(...signed: Parameters<MessageReplies['read']>): GivenReply {
    try {
      return this.outside.read(...signed);
    } catch (error) {
      if (error instanceof ReplyRejected) throw fail('reply_rejected', { fault: error.fault });
      throw error;
    }
  }
}

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { standardWebhookFault } from '#platform/crypto';
import { notificationsConfig } from '../notifications.config.js';
import { ReplyRejected, type GivenReply, type MessageReplies } from '../ports/message-replies.js';

const notice = z.object({
  id: z.string().min(1).max(100),
  from: z.string().min(1).max(20),
  text: z.string().max(2_000),
  channel: z.enum(['sms', 'whatsapp']),
});

/** A gateway that passes replies on by Standard Webhooks; the simulator speaks the same. */
@Injectable()
export class GatewayReplies implements MessageReplies {
  read(rawBody: Uint8Array, headers: Readonly<Record<string, string | string[] | undefined>>): GivenReply {
    const fault = standardWebhookFault(notificationsConfig().MESSAGES_WEBHOOK_SECRETS, rawBody, headers, new Date());
    if (fault !== null) throw new ReplyRejected(fault);
    try {
      const { id: eventId, ...reply } = notice.parse(JSON.parse(Buffer.from(rawBody).toString('utf8')));
      return { eventId, ...reply };
    } catch {
      throw new ReplyRejected('malformed');
    }
  }
}

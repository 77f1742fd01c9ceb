import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { standardWebhookFault } from '#platform/crypto';
import type { Delivery } from '../domain/delivery.js';
import { notificationsConfig } from '../notifications.config.js';
import { ReceiptRejected, type MessageReceipts, type Receipt } from '../ports/message-receipts.js';
import { gatewayName } from './http-gateway.js';

const notice = z.object({ type: z.string().max(60), reference: z.string().max(200), permanent: z.boolean().nullish() });

/** The gateway's words in ours. A mailbox that is full today is no reason to write to it no more. */
function deliveryOf({ type, permanent }: z.infer<typeof notice>): Delivery | null {
  switch (type) {
    case 'message.delivered':
      return 'delivered';
    case 'message.failed':
      return 'failed';
    case 'message.bounced':
      return permanent === true ? 'bounced' : 'failed';
    case 'message.complained':
      return 'complained';
    default:
      return null;
  }
}

/** A gateway that tells by Standard Webhooks what became of messages; the simulator speaks the same. */
@Injectable()
export class GatewayReceipts implements MessageReceipts {
  readonly provider = gatewayName;

  read(rawBody: Uint8Array, headers: Readonly<Record<string, string | string[] | undefined>>): Receipt | null {
    const fault = standardWebhookFault(notificationsConfig().MESSAGES_WEBHOOK_SECRETS, rawBody, headers, new Date());
    if (fault !== null) throw new ReceiptRejected(fault);
    const told = notice.safeParse(json(rawBody));
    if (!told.success) throw new ReceiptRejected('malformed');
    const delivery = deliveryOf(told.data);
    return delivery && { messageId: told.data.reference, delivery };
  }
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    throw new ReceiptRejected('malformed');
  }
}

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { standardWebhookFault } from '#platform/crypto';
import type { Delivery } from '../domain/delivery.js';
import { notificationsConfig } from '../notifications.config.js';
import { ReceiptRejected, type MessageReceipts, type Receipt } from '../ports/message-receipts.js';
import { gatewayName } from './http-gateway.js';
import { whatsappProvider } from './whatsapp.js';

const notice = z.object({ type: z.string().max(60), reference: z.string().max(200), permanent: z.boolean().nullish() });

/** WhatsApp's words in ours. A number nobody reads there is no bad number: what fails there goes by SMS. */
const ofWhatsapp: Readonly<Record<string, Delivery>> = {
  'whatsapp.delivered': 'delivered',
  'whatsapp.read': 'delivered',
  'whatsapp.failed': 'failed',
};

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

/**
 * Providers that tell by Standard Webhooks what became of messages; the simulators speak the same. The notice says whose it
 * is, and has to be signed with that one's secret.
 */
@Injectable()
export class GatewayReceipts implements MessageReceipts {
  read(rawBody: Uint8Array, headers: Readonly<Record<string, string | string[] | undefined>>): Receipt | null {
    const told = notice.safeParse(json(rawBody)).data;
    const { MESSAGES_WEBHOOK_SECRETS, WHATSAPP_WEBHOOK_SECRETS } = notificationsConfig();
    const isWhatsapp = told?.type.startsWith('whatsapp.') ?? false;
    const secrets = isWhatsapp ? WHATSAPP_WEBHOOK_SECRETS : MESSAGES_WEBHOOK_SECRETS;
    const fault = standardWebhookFault(secrets, rawBody, headers, new Date());
    if (fault !== null) throw new ReceiptRejected(fault);
    if (told === undefined) throw new ReceiptRejected('malformed');
    const delivery = isWhatsapp ? ofWhatsapp[told.type] : deliveryOf(told);
    if (!delivery) return null;
    return { messageId: told.reference, delivery, provider: isWhatsapp ? whatsappProvider : gatewayName };
  }
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

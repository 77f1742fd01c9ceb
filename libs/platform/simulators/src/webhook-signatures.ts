import { createHmac } from 'node:crypto';

export interface WebhookEvent {
  id: string;
  /** The exact bytes that are signed and sent. */
  body: string;
}

/** Headers that prove a notice: made anew for every attempt, because the time of sending is signed too. */
export type SignWebhook = (event: WebhookEvent, secret: string, sentAt_s: number) => Record<string, string>;

/** `Stripe-Signature: t=…,v1=hex`: HMAC-SHA-256 over "time.body", keyed with the whole secret as text. */
export const signLikeStripe: SignWebhook = (event, secret, sentAt_s) => {
  const mac = createHmac('sha256', secret).update(`${sentAt_s}.${event.body}`).digest('hex');
  return { 'stripe-signature': `t=${sentAt_s},v1=${mac}` };
};

/** Standard Webhooks 1.0: HMAC-SHA-256 over "id.time.body", keyed with the base64 after `whsec_`. @rule STD-2.2 */
export const signLikeStandardWebhooks: SignWebhook = (event, secret, sentAt_s) => {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const mac = createHmac('sha256', key).update(`${event.id}.${sentAt_s}.${event.body}`).digest('base64');
  return { 'webhook-id': event.id, 'webhook-timestamp': String(sentAt_s), 'webhook-signature': `v1,${mac}` };
};

import type Stripe from 'stripe';
import { WebhookRejected } from '../ports/provider-errors.js';
import { stripeErrors } from './stripe-sdk.js';

export interface WebhookTrust {
  /** One secret, or the old and the new one while they are being changed. */
  secrets: readonly string[];
  /** Whether our key moves real money; the notice must say the same. */
  live: boolean;
  /** Our account there; a notice that names another one is not ours. */
  accountId?: string | undefined;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const largest_bytes = 262_144;
const oldest_s = 300;
/** For the SDK: do not look at the time. */
const anyAge = 0;

/**
 * Believes a notice or says why not. The SDK checks the signature over the raw bytes in constant time.
 * @throws WebhookRejected
 * @rule S-18
 */
export function believe(stripe: Stripe, rawBody: Uint8Array, headers: Headers, trust: WebhookTrust): Stripe.Event {
  if (rawBody.byteLength > largest_bytes) throw new WebhookRejected('too_large');
  const signature = headers['stripe-signature'];
  if (typeof signature !== 'string' || signature === '') throw new WebhookRejected('absent_signature');
  const event = verified(stripe, rawBody, signature, trust.secrets);
  if (typeof event.id !== 'string' || typeof event.data?.object !== 'object') throw new WebhookRejected('malformed');
  if (event.livemode !== trust.live) throw new WebhookRejected('wrong_mode');
  if (event.account !== undefined && event.account !== trust.accountId) throw new WebhookRejected('wrong_account');
  return event;
}

function verified(stripe: Stripe, rawBody: Uint8Array, signature: string, secrets: readonly string[]): Stripe.Event {
  const payload = Buffer.from(rawBody.buffer, rawBody.byteOffset, rawBody.byteLength);
  const read = (age_s: number): Stripe.Event | null => {
    for (const secret of secrets) {
      try {
        return stripe.webhooks.constructEvent(payload, signature, secret, age_s);
      } catch (error) {
        const errors = stripeErrors();
        const isSignature = errors !== null && error instanceof errors.StripeSignatureVerificationError;
        if (!isSignature) throw new WebhookRejected('malformed');
      }
    }
    return null;
  };
  const event = read(oldest_s);
  if (event !== null) return event;
  throw new WebhookRejected(read(anyAge) === null ? 'bad_signature' : 'too_old');
}

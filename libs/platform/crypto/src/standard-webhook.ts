import { createHmac, timingSafeEqual } from 'node:crypto';

const tolerance_s = 300;
const largest_bytes = 256 * 1024;

/** Why a notice is not believed. */
export type WebhookFault = 'absent_signature' | 'bad_signature' | 'too_old' | 'too_large' | 'malformed';

/**
 * What is wrong with the proof of a Standard Webhooks 1.0 notice (HMAC-SHA-256 over "id.timestamp.body"); null when it is to
 * be believed. Any of the given secrets may have signed it, so that secrets can be changed without losing notices.
 * @rule S-18 STD-2.6
 */
export function standardWebhookFault(
  secrets: readonly string[],
  rawBody: Uint8Array,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  now: Date,
): WebhookFault | null {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(
    (name) => headers[name],
  );
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string')
    return 'absent_signature';
  if (rawBody.byteLength > largest_bytes) return 'too_large';
  if (!/^\d{1,12}$/.test(timestamp)) return 'malformed';
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > tolerance_s) return 'too_old';
  const given = signatures
    .split(' ')
    .filter((part) => part.startsWith('v1,'))
    .map((part) => Buffer.from(part.slice(3), 'base64'));
  const isGenuine = secrets.some((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    const wanted = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(rawBody).digest();
    return given.some((mac) => mac.byteLength === wanted.byteLength && timingSafeEqual(mac, wanted));
  });
  return isGenuine ? null : 'bad_signature';
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import { NoticeRejected } from '../ports/courier.js';

const tolerance_s = 300;
const largest_bytes = 256 * 1024;

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Believes a Standard Webhooks 1.0 notice (HMAC-SHA-256 over "id.timestamp.body") or throws.
 * Any of the given secrets may have signed it, so that secrets can be changed without losing notices.
 * @rule S-18 STD-2.6
 */
export function verifyStandardWebhook(
  secrets: readonly string[],
  rawBody: Uint8Array,
  headers: Headers,
  now: Date,
): void {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(
    (name) => headers[name],
  );
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') {
    throw new NoticeRejected('absent_signature');
  }
  if (rawBody.byteLength > largest_bytes) throw new NoticeRejected('too_large');
  if (!/^\d{1,12}$/.test(timestamp)) throw new NoticeRejected('malformed');
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > tolerance_s) throw new NoticeRejected('too_old');
  const given = signatures
    .split(' ')
    .filter((part) => part.startsWith('v1,'))
    .map((part) => Buffer.from(part.slice(3), 'base64'));
  const isGenuine = secrets.some((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    const wanted = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(rawBody).digest();
    return given.some((mac) => mac.byteLength === wanted.byteLength && timingSafeEqual(mac, wanted));
  });
  if (!isGenuine) throw new NoticeRejected('bad_signature');
}

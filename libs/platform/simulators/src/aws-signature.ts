import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Call } from './simulated-http.js';

/** Why a signature is not good, in the words of the store; null: it is. */
export type SignatureFault =
  | 'AccessDenied'
  | 'InvalidAccessKeyId'
  | 'RequestTimeTooSkewed'
  | 'SignatureDoesNotMatch'
  | 'XAmzContentSHA256Mismatch'
  | null;

const skew_ms = 15 * 60_000;
const form =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The key of a day, a region and the service, made of the secret one (AWS Signature Version 4). */
const keyOf = (secret: string, day: string, region: string): Buffer =>
  hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), 's3'), 'aws4_request');

const equal = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Checks the Authorization header of a request against everything it signs, the hash of its body included. */
export function faultOfRequest(call: Call, keyId: string, secret: string, now = new Date()): SignatureFault {
  const parts = form.exec(call.headers.authorization ?? '');
  if (parts === null) return 'AccessDenied';
  const [, id, day, region, names, signature] = parts as unknown as [string, string, string, string, string, string];
  if (id !== keyId) return 'InvalidAccessKeyId';
  const stamp = String(call.headers['x-amz-date'] ?? '');
  if (!stamp.startsWith(day) || Math.abs(timeOf(stamp) - now.getTime()) > skew_ms) return 'RequestTimeTooSkewed';
  const bodyHash = String(call.headers['x-amz-content-sha256'] ?? '');
  if (bodyHash !== sha256(call.bytes)) return 'XAmzContentSHA256Mismatch';
  if (!names.split(';').includes('host')) return 'SignatureDoesNotMatch';
  const text = [
    'AWS4-HMAC-SHA256',
    stamp,
    `${day}/${region}/s3/aws4_request`,
    sha256(canonical(call, names, bodyHash)),
  ];
  return equal(signature, hmac(keyOf(secret, day, region), text.join('\n')).toString('hex'))
    ? null
    : 'SignatureDoesNotMatch';
}

/** The request as both sides write it before they sign. */
function canonical(call: Call, names: string, bodyHash: string): string {
  const [path = '', query = ''] = call.url.split('?');
  const encoded = (text: string): string =>
    encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
  const asked = [...new URLSearchParams(query)].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort();
  const headers = names.split(';').map(
    (name) =>
      `${name}:${String(call.headers[name] ?? '')
        .trim()
        .replace(/ +/g, ' ')}\n`,
  );
  return [call.method, path, asked.join('&'), headers.join(''), names, bodyHash].join('\n');
}

/** '20261123T015000Z' → milliseconds. */
const timeOf = (stamp: string): number =>
  Date.parse(stamp.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/, '$1-$2-$3T$4:$5:$6Z'));

/** Checks the signed policy of a form: who signed it, and that it is still good. */
export function faultOfForm(fields: ReadonlyMap<string, string>, keyId: string, secret: string): SignatureFault {
  const [id = '', day = '', region = ''] = (fields.get('x-amz-credential') ?? '').split('/');
  if (id !== keyId) return 'InvalidAccessKeyId';
  const ours = hmac(keyOf(secret, day, region), fields.get('policy') ?? '').toString('hex');
  return equal(ours, fields.get('x-amz-signature') ?? '') ? null : 'SignatureDoesNotMatch';
}

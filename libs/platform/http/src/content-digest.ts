import { createHash, timingSafeEqual } from 'node:crypto';
import type { DomainError } from '#platform/kernel';
import { fail } from './errors.js';

/** Algorithms of RFC 9530 that are still trusted, and how Node calls them. */
const hashes: Record<string, string> = { 'sha-256': 'sha256', 'sha-512': 'sha512' };

/** One member of the header: an algorithm and base64 between colons. */
const member = /^([a-z0-9-]{1,20})=:([A-Za-z0-9+/]{0,100}={0,2}):$/;

/** The Content-Digest of these bytes, for an answer that can be checked. @rule STD-1.9 */
export const contentDigest = (bytes: Buffer): string =>
  `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;

/** What is wrong with a body by the Content-Digest it came with; null when nothing is, or none came. @rule STD-1.9 */
export function digestFault(header: string | string[] | undefined, body: Buffer): DomainError | null {
  if (header === undefined) return null;
  const members = String(header).slice(0, 1000).split(',');
  for (const text of members) {
    const [, name = '', value = ''] = member.exec(text.trim()) ?? [];
    if (name === '') return fail('content_digest_mismatch', { why: 'Content-Digest is not of the form sha-256=:…:' });
    // Of an algorithm nobody should trust nothing follows, in either direction.
    const algorithm = hashes[name];
    if (algorithm === undefined) continue;
    const expected = createHash(algorithm).update(body).digest();
    const given = Buffer.from(value, 'base64');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      return fail('content_digest_mismatch', { why: `its ${name} is another` });
    }
  }
  return null;
}

import { createHash } from 'node:crypto';
import { canonicalJson } from '#platform/kernel';

/**
 * Fingerprint of everything a document says. Names and addresses are in it as they are sealed, so that it can be checked
 * after their owner was erased and tells nobody who guesses them whether he is right.
 * @param says  columns of the document and its lines; amounts as text, bytes as hexadecimal
 * @rule S-61
 */
export const documentSha256 = (says: Readonly<Record<string, unknown>>): Buffer =>
  createHash('sha256').update(canonicalJson(says)).digest();

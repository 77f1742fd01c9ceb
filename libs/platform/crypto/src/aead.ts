import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const nonce_bytes = 12;
const tag_bytes = 16;

/** Where a sealed value belongs. Moved to another column or row it no longer opens (S-63). */
export interface Place {
  /** With its schema: `identity.person`. */
  table: string;
  column: string;
  /** The row's id. */
  row: string;
}

/** The associated data of a place. */
export const placeText = (place: Place): string => `${place.table}|${place.column}|${place.row}`;

/**
 * AES-256-GCM: nonce, ciphertext and tag in one piece.
 * @param key  32 bytes
 * @param bound  associated data: what the value belongs to
 */
export function encrypt(key: Buffer, bound: string, plain: Buffer): Buffer {
  const nonce = randomBytes(nonce_bytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(bound));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws when the key, the place or a single bit is another one than when it was sealed */
export function decrypt(key: Buffer, bound: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonce_bytes), {
    authTagLength: tag_bytes,
  });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(sealed.length - tag_bytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonce_bytes, sealed.length - tag_bytes)), decipher.final()]);
}

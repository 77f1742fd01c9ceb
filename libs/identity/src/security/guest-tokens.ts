import { createHash, randomBytes } from 'node:crypto';

const token_bytes = 32;

/** 256 bits of chance, given once and kept nowhere. */
export const newGuestToken = (): string => randomBytes(token_bytes).toString('base64url');

/** What is kept of a token. */
export const guestTokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

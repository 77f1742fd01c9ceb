import { createHash } from 'node:crypto';

/**
 * The Invoice Reference Number of a document, as the portal works it out; the portal's own is the one that counts.
 * @param of.year  `2026-27`
 * @rule
 */
export const irnOf = (of: { gstin: string; year: string; type: 'INV' | 'CRN' | 'DBN'; number: string }): string =>
  createHash('sha256').update(`${of.gstin}${of.year}${of.type}${of.number.toUpperCase()}`).digest('hex');

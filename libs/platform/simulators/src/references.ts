import { randomBytes, randomInt } from 'node:crypto';

/** `po_3f…`: an id nobody can guess. */
export const makeId = (prefix: string): string => `${prefix}_${randomBytes(12).toString('hex')}`;

/** So many random digits, the first not zero. */
export const digits = (count: number): string =>
  String(randomInt(1, 10)) + Array.from({ length: count - 1 }, () => randomInt(10)).join('');

/** A bank's transfer reference: four letters of the bank, N for NEFT, eleven digits. */
export const makeUtr = (bank: string): string => `${bank}N${digits(11)}`;

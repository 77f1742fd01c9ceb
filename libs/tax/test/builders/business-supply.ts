import { randomInt } from 'node:crypto';
import { newId } from '#platform/kernel';
import type { SuppliedGoods } from '../../src/index.js';
import { goldens, linesOf } from '../golden.js';
import { gstinIn } from './registered-paper.js';

/** A PAN of nobody; its digits are what simulated registers go by. */
const pan = (digits = String(randomInt(4_000, 5_000))): string => {
  const letter = (): string => String.fromCodePoint(65 + randomInt(26));
  return `${letter()}${letter()}${letter()}F${letter()}${digits}${letter()}`;
};

/** Goods of so many rupees, their tax held; above fifty thousand they need an e-way bill. */
export const dearLines = (price = 52_500) => linesOf({ ...goldens[1]!, goods: [{ pieces: 1, price, rate_bp: 500 }] });

/**
 * Goods of a registered maker in Bihar for a business in Delhi.
 * @param change.buyer  digits of the PAN in the buyer's GSTIN: 9001 is not in force, 9003 unknown
 */
export function businessSupply({ buyer, ...change }: Partial<SuppliedGoods> & { buyer?: string } = {}): SuppliedGoods {
  const golden = goldens[1]!;
  return {
    ...{ cause: { kind: 'order', id: newId() }, sellerId: newId(), recipientId: newId() },
    supplier: { name: 'Meena Devi Silk Works', line: '14 Weavers Lane', place: 'Champanagar', pincode: '812001' },
    recipient: { name: 'Farah Test Interiors', street: '1 Test Road', pincode: '110001' },
    ...{ fromState: 'IN-BR', toState: 'IN-DL', sellerGst: 'registered', countedChanges: [] },
    ...{ gstin: gstinIn('IN-BR', pan()), recipientGstin: gstinIn('IN-DL', pan(buyer)), lines: linesOf(golden) },
    ...change,
  };
}

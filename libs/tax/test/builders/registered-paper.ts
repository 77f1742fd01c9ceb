import { gstCodeOf, gstinCheckCharacter } from '#platform/identifiers';
import type { TaxPaperBetweenRegistered } from '../../src/domain/inv01.js';
import { saysNothingOfPayment, sumOf } from '../../src/domain/document.js';
import { supplyBetween } from '../../src/domain/supply.js';
import { linesOf, type Golden } from '../golden.js';

/** A GSTIN of nobody in a State. */
export function gstinIn(state: string, pan = 'AAKFK4210M'): string {
  const first14 = `${gstCodeOf(state)}${pan}1Z`;
  return first14 + gstinCheckCharacter(first14);
}

/** The paper of a golden supply, to a business with a registration. */
export function registeredPaper(
  golden: Pick<Golden, 'from' | 'to' | 'goods'>,
  change: Partial<TaxPaperBetweenRegistered> = {},
): TaxPaperBetweenRegistered {
  const lines = linesOf(golden);
  const sums = sumOf(lines);
  const asText = (of: object) =>
    Object.fromEntries(Object.entries(of).map(([k, v]) => [k, typeof v === 'bigint' ? v.toString() : (v as unknown)]));
  return {
    ...{ kind: 'tax_invoice', number: 'INV/26-27/000001', issued_at: new Date('2026-11-23T06:00:00Z') },
    ...{ supply: supplyBetween(golden.from, golden.to), from_state: golden.from, to_state: golden.to },
    ...{ seller_gst: 'registered', gstin: gstinIn(golden.from), corrects: null },
    ...(asText(sums) as Record<keyof typeof sums, string>),
    supplier: { name: 'Meena Devi Silk Works', line: '14 Weavers Lane', place: 'Champanagar', pincode: '812001' },
    recipient: { name: 'Farah Test Interiors', street: '1 Test Road', pincode: '110001' },
    ...{ recipient_gstin: gstinIn(golden.to, 'AABAB7731Q'), registration: null },
    ...saysNothingOfPayment,
    lines: lines.map((line) => asText(line)) as unknown as TaxPaperBetweenRegistered['lines'],
    ...change,
  };
}

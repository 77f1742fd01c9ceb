import { assert } from '#platform/kernel';
import { sumPaise, type Bp, type Paise } from '#platform/money';
import { taxOf } from '#tax';
import type { PlannedLine, PlannedOrder } from './plan-orders.js';

/** What a line is made of, frozen when it is ordered. Paise. */
export interface LineParts {
  rate_bp: Bp;
  taxable_paise: Paise;
  cgst_paise: Paise;
  sgst_paise: Paise;
  igst_paise: Paise;
  maker_discount_paise: Paise;
  platform_discount_paise: Paise;
  freight_paise: Paise;
  /** What the shopper pays for the line, all in. */
  paid_paise: Paise;
}

/** An order whose every line knows its parts. */
export interface PricedOrder extends Omit<PlannedOrder, 'lines'> {
  lines: (PlannedLine & LineParts)[];
  /** By when the shopper is told to have her goods. */
  promisedBy: Date;
  total_paise: Paise;
}

/** All tax, or all carriage, that an order holds. */
export const taxOfOrder = (order: Pick<PricedOrder, 'lines'>): Paise => sumPaise(order.lines.map(taxOf));
export const freightOfOrder = (order: Pick<PricedOrder, 'lines'>): Paise =>
  sumPaise(order.lines.map((line) => line.freight_paise));

/** What is taken off or put on a line before its tax is found. Paise, none below 0. */
export interface LineShares {
  maker_discount_paise: Paise;
  platform_discount_paise: Paise;
  freight_paise: Paise;
}

/**
 * What the maker asks for the pieces of a line: her own discount lowers it and so its tax, one that the platform pays does not.
 * @rule
 */
export const askedFor = (line: PlannedLine, shares: LineShares): Paise => line.line_paise - shares.maker_discount_paise;

/** Puts the parts of its lines together to an order; they add up to the paisa. @rule S-10 */
export function withParts(
  order: PlannedOrder,
  promisedBy: Date,
  shares: readonly LineShares[],
  taxes: readonly Omit<LineParts, keyof LineShares | 'paid_paise'>[],
): PricedOrder {
  const lines = order.lines.map((line, i) => {
    const [share, tax] = [shares[i]!, taxes[i]!];
    const whole_paise = askedFor(line, share) + share.freight_paise;
    const taxed_paise = tax.taxable_paise + tax.cgst_paise + tax.sgst_paise + tax.igst_paise;
    assert(taxed_paise === whole_paise, 'a line is its taxable value and its tax');
    const paid_paise = whole_paise - share.platform_discount_paise;
    assert(paid_paise >= 0n, 'no line costs less than nothing');
    return { ...line, ...share, ...tax, paid_paise };
  });
  return { ...order, lines, promisedBy, total_paise: sumPaise(lines.map((line) => line.paid_paise)) };
}

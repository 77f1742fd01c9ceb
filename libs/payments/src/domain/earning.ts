import { platformOwner, type Transfer } from '#ledger';
import { namedId, type Cause } from '#platform/kernel';
import { sumPaise, type Paise } from '#platform/money';

/** What a maker earned with a sale and everything that is kept of it, paise; for a claw-back the same with the signs turned. */
export interface EarningParts {
  /** What the shopper paid for it and was not given back: it leaves her escrow. */
  paid_paise: Paise;
  /** What the platform adds for discounts it gave: the maker has her price all the same. */
  coupon_paise: Paise;
  fee_paise: Paise;
  fee_gst_paise: Paise;
  tcs_paise: Paise;
  income_tax_paise: Paise;
  /** What the shopper paid for sending it: it goes towards what the courier asks. */
  carriage_paise: Paise;
}

export const noDeductions: EarningParts = {
  ...{ paid_paise: 0n, coupon_paise: 0n, fee_paise: 0n, fee_gst_paise: 0n, tcs_paise: 0n, income_tax_paise: 0n },
  carriage_paise: 0n,
};

/** What she is left with; below nothing when more is kept than the sale was worth: later sales make up for it. @rule */
export const netOf = (parts: EarningParts): Paise =>
  parts.paid_paise + parts.coupon_paise - sumPaise(deductionsOf(parts).map(({ amount_paise }) => amount_paise));

interface Deduction {
  why: 'fee' | 'fee_gst' | 'tcs' | 'income_tax' | 'carriage';
  to: 'platform_fees' | 'gst_on_fees' | 'tcs_collected' | 'income_tax_withheld' | 'freight_cost';
  amount_paise: Paise;
}

/** Everything that is kept, in the order in which a statement tells it. @rule */
export const deductionsOf = (parts: EarningParts): Deduction[] => [
  { why: 'fee', to: 'platform_fees', amount_paise: parts.fee_paise },
  { why: 'fee_gst', to: 'gst_on_fees', amount_paise: parts.fee_gst_paise },
  { why: 'tcs', to: 'tcs_collected', amount_paise: parts.tcs_paise },
  { why: 'income_tax', to: 'income_tax_withheld', amount_paise: parts.income_tax_paise },
  { why: 'carriage', to: 'freight_cost', amount_paise: parts.carriage_paise },
];

/**
 * A sale's way through the books: from the shopper's escrow and from what coupons cost the platform to the maker, and from
 * her what is kept. What is nothing is not posted.
 *
 * @param of  the paid checkout, the cause of the sale and its maker
 * @rule S-9
 */
export function transfersOf(parts: EarningParts, of: { cause: Cause; paidFor: Cause; sellerId: string }): Transfer[] {
  const { cause, paidFor, sellerId } = of;
  const maker = { code: 'seller_payable', owner: sellerId } as const;
  const credits = [
    { why: 'release_to_seller', debit: { code: 'buyer_escrow', owner: paidFor.id }, amount_paise: parts.paid_paise },
    { why: 'coupon', debit: { code: 'coupon_cost', owner: platformOwner }, amount_paise: parts.coupon_paise },
  ] as const;
  return [
    ...credits.map((credit): Transfer => ({
      ...{ ...credit, cause, credit: maker },
      id: namedId(credit.why === 'coupon' ? 'coupon' : 'release', cause.kind, cause.id),
    })),
    ...deductionsOf(parts).map(({ why, to, amount_paise }): Transfer => ({
      ...{ why, cause, amount_paise, debit: maker },
      id: namedId('kept', why, cause.kind, cause.id),
      credit: { code: to, owner: platformOwner },
    })),
  ].filter((transfer) => transfer.amount_paise > 0n);
}

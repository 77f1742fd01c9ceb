import type { DomainError } from '#platform/kernel';
import { sumPaise, type Paise } from '#platform/money';
import type { PaymentMethod } from '#payments';
import { fail } from './order.errors.js';

/** Where and of whom cash at the door is taken, by the rules of the day. */
export interface CashTerms {
  max_paise: Paise;
  /** PIN codes it is not taken at, by their first digits. */
  notToPins: readonly string[];
  /** Makers it is not taken for. */
  notFromMakers: readonly string[];
}

/**
 * Why a checkout may not be paid at the door; null: it may.
 * @returns cash_over_limit · cash_not_at_pincode · cash_not_of_maker
 * @rule SM-4
 */
export function refusalOfCash(
  orders: readonly { sellerId: string; total_paise: Paise }[],
  pincode: string,
  terms: CashTerms,
): DomainError | null {
  if (sumPaise(orders.map((order) => order.total_paise)) > terms.max_paise)
    return fail('cash_over_limit', { max_paise: terms.max_paise.toString() });
  if (terms.notToPins.some((start) => pincode.startsWith(start))) return fail('cash_not_at_pincode', { pincode });
  const makers = orders.map((order) => order.sellerId).filter((id) => terms.notFromMakers.includes(id));
  return makers.length > 0 ? fail('cash_not_of_maker', { sellerIds: makers }) : null;
}

/** What is still to be collected at the door of an order: nothing of one that was paid before. */
export const cashOf = (order: { pay_by: PaymentMethod; total_paise: Paise; refunded_paise: Paise }): Paise =>
  order.pay_by === 'online' ? 0n : order.total_paise - order.refunded_paise;

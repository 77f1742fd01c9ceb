import { assert, type Cause } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { chart, platformOwner, type Account } from './chart.js';

/** Why money moves, in the order in which a statement tells what moved at one instant. */
export const statementOrder = [
  'payment_captured',
  'release_to_seller',
  'coupon',
  'fee',
  'fee_gst',
  'tcs',
  'income_tax',
  'carriage',
  'claw_back',
  'payout',
  'payout_returned',
  'refund',
  'compensation',
  'compensation_paid',
  'charged_back',
  'provider_fee',
  'provider_settled',
  'cash_remitted',
  'rounding',
  'carriage_owed',
  'carriage_paid',
  'goods_accepted',
  'bill_paid',
  'deduction',
  'funds_blocked',
  'funds_committed',
  'funds_freed',
  'funds_spent',
] as const;
export type TransferWhy = (typeof statementOrder)[number];

/** One movement of money. `id` is the caller's key: posting it twice is posting it once. */
export interface Transfer {
  id: string;
  debit: Account;
  credit: Account;
  /** paise, > 0 */
  amount_paise: Paise;
  why: TransferWhy;
  cause: Cause;
}

/** What a transfer must be before it is written. @rule S-1 */
export function assertTransfer(transfer: Transfer): void {
  assert(transfer.amount_paise > 0n, 'a transfer moves money');
  const { debit, credit } = transfer;
  assert(debit.code !== credit.code || debit.owner !== credit.owner, 'a transfer is between two accounts');
  for (const side of [debit, credit]) {
    assert(
      (chart[side.code].owner === 'platform') === (side.owner === platformOwner),
      `${side.code} has the right owner`,
    );
  }
}

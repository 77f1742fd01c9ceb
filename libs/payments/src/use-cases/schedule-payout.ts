import { Injectable } from '@nestjs/common';
import { PostTransfers } from '#ledger';
import type { Tx } from '#platform/database';
import { assert, namedId, type Cause } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { Earnings, earningOf } from '../data/earnings.repository.js';
import { leftOf, Payments } from '../data/payments.repository.js';
import { Payouts } from '../data/payouts.repository.js';
import { netOf, noDeductions, transfersOf } from '../domain/earning.js';

export interface PayoutOrder {
  /** What the maker earned it with; one payout per cause. */
  cause: Cause;
  /** The cause that was paid: whose escrow the money leaves (a checkout). */
  paidFor: Cause;
  sellerId: string;
  /** paise, > 0 */
  amount_paise: Paise;
}

@Injectable()
export class SchedulePayout {
  constructor(
    private readonly payments: Payments,
    private readonly earnings: Earnings,
    private readonly payouts: Payouts,
    private readonly postTransfers: PostTransfers,
  ) {}

  /**
   * Releases an amount from escrow to a maker and has the whole of it sent to her bank at once: nothing is kept of it, and
   * no run is waited for. Sales go through `SettleEarning`.
   * Only money that is here is released: not what the shopper's bank asks about or took back, and never more than is left
   * of the capture.
   * @returns the payout's id, the same for the same cause however often it is asked; null while the money is in dispute:
   *   ask again when `payments.dispute_won` is told
   * @rule S-9
   */
  async inside(tx: Tx, order: PayoutOrder): Promise<string | null> {
    const { cause, sellerId } = order;
    const payoutId = namedId('payout', cause.kind, cause.id);
    const payment = await this.payments.lockByCause(tx, order.paidFor);
    const known = await this.earnings.ofSale(tx, cause);
    if (known) return known.payout_id;
    if (payment.state === 'disputed' || payment.state === 'charged_back') return null;
    assert(order.amount_paise <= leftOf(payment), 'a payout is covered by what was captured');
    await this.payments.take(tx, payment, { released_paise: order.amount_paise });
    const parts = { ...noDeductions, paid_paise: order.amount_paise };
    await this.postTransfers.inside(tx, transfersOf(parts, order));
    await this.payouts.add(tx, { id: payoutId, cause, sellerId, amount_paise: netOf(parts) });
    await this.earnings.add(tx, {
      id: earningOf(cause),
      kind: 'sale',
      cause,
      sellerId,
      parts,
      basis: {},
      payoutId,
      paidForId: order.paidFor.id,
    });
    return payoutId;
  }
}

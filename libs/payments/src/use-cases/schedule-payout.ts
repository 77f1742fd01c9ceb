import { Injectable } from '@nestjs/common';
import { PostTransfers } from '#ledger';
import type { Tx } from '#platform/database';
import { assert, namedId, type Cause } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { PayoutEntity } from '../data/payment.entity.js';
import { leftOf, Payments } from '../data/payments.repository.js';
import { SendPayoutJob } from '../domain/payment.events.js';
import { payoutStates } from '../domain/payment.states.js';

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
    private readonly postTransfers: PostTransfers,
  ) {}

  /**
   * Releases a maker's share from escrow and has it sent to her bank. Makers of the programme pay no commission.
   * Only money that is here is released: not what the shopper's bank asks about or took back, and never more than is left
   * of the capture.
   * @returns the payout's id, the same for the same cause however often it is asked; null while the money is in dispute:
   *   ask again when `payments.dispute_won` is told
   * @rule  S-9
   */
  async inside(tx: Tx, order: PayoutOrder): Promise<string | null> {
    const payoutId = namedId('payout', order.cause.kind, order.cause.id);
    const payment = await this.payments.lockByCause(tx, order.paidFor);
    if ((await tx.run(`select 1 from payments.payout where id = $1`, [payoutId])) > 0) return payoutId;
    if (payment.state === 'disputed' || payment.state === 'charged_back') return null;
    assert(order.amount_paise <= leftOf(payment), 'a payout is covered by what was captured');
    await this.payments.take(tx, payment, { released_paise: order.amount_paise });
    await this.postTransfers.inside(tx, [
      {
        id: namedId('release', order.cause.kind, order.cause.id),
        debit: { code: 'buyer_escrow', owner: order.paidFor.id },
        credit: { code: 'seller_payable', owner: order.sellerId },
        amount_paise: order.amount_paise,
        why: 'release_to_seller',
        cause: order.cause,
      },
    ]);
    await tx.insert(PayoutEntity, {
      id: payoutId,
      cause_kind: order.cause.kind,
      cause_id: order.cause.id,
      seller_id: order.sellerId,
      amount_paise: order.amount_paise.toString(),
      state: payoutStates.initial,
      utr: null,
      failure: null,
      check_at: null,
      checks: 0,
      made_at: tx.now,
      settled_at: null,
    });
    tx.enqueue(SendPayoutJob, { payoutId, check: 0 });
    return payoutId;
  }
}

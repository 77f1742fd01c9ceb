import { Injectable } from '@nestjs/common';
import { PostTransfers } from '#ledger';
import type { Tx } from '#platform/database';
import { namedId, type Cause } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { PayoutEntity } from '../data/payment.entity.js';
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
  constructor(private readonly postTransfers: PostTransfers) {}

  /**
   * Releases a maker's share from escrow and has it sent to her bank. Makers of the programme pay no commission.
   * @returns the payout's id: the same for the same cause, however often it is asked
   * @rule  S-9
   */
  async inside(tx: Tx, order: PayoutOrder): Promise<string> {
    const payoutId = namedId('payout', order.cause.kind, order.cause.id);
    if ((await tx.run(`select 1 from payments.payout where id = $1`, [payoutId])) > 0) return payoutId;
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

import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { SendPayoutJob } from '../domain/payment.events.js';
import { payoutStates } from '../domain/payment.states.js';
import { PayoutEntity } from './payment.entity.js';

@Injectable()
export class Payouts {
  /** A new payout, set on its way to the maker's bank once the transaction has committed. */
  async add(tx: Tx, payout: { id: string; cause: Cause; sellerId: string; amount_paise: Paise }): Promise<void> {
    await tx.insert(PayoutEntity, {
      id: payout.id,
      cause_kind: payout.cause.kind,
      cause_id: payout.cause.id,
      seller_id: payout.sellerId,
      amount_paise: payout.amount_paise.toString(),
      state: payoutStates.initial,
      utr: null,
      failure: null,
      check_at: null,
      checks: 0,
      made_at: tx.now,
      settled_at: null,
    });
    tx.enqueue(SendPayoutJob, { payoutId: payout.id, check: 0 });
  }
}

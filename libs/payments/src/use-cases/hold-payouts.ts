import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { assertFreshSecondFactor } from '#platform/kernel';
import { SellersQuery } from '#sellers';
import { PayoutClocks } from '../data/payout-clocks.repository.js';
import { fail } from '../domain/payment.errors.js';
import { PayoutsHeld } from '../domain/payment.events.js';

@Injectable()
export class HoldPayouts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: SellersQuery,
    private readonly clocks: PayoutClocks,
  ) {}

  /**
   * The desk holds a maker's payouts: none is begun and none that waits is sent, until another officer lets them go.
   * @throws seller_unknown (404), payouts_held_already (409), second_factor_needed (403)
   * @rule
   */
  hold(sellerId: string, reason: string): Promise<void> {
    return this.byDesk(async (tx) => {
      await this.sellers.byId(tx, sellerId);
      const clock = await this.clocks.lock(tx, sellerId);
      if (clock.held_at !== null) throw fail('payouts_held_already');
      await this.clocks.note(tx, { ...clock, held_at: tx.now, held_by: tx.actor.personId, held_reason: reason });
      this.tell(tx, sellerId, 'payments.payouts_held', reason);
      tx.emit(PayoutsHeld, { sellerId });
    });
  }

  /**
   * Lets them go again: what is due is paid, what waited is sent. Not by who held them.
   * @throws payouts_not_held (409), own_hold (403), second_factor_needed (403)
   * @rule S-28
   */
  release(sellerId: string, reason: string): Promise<void> {
    return this.byDesk(async (tx) => {
      const clock = await this.clocks.lock(tx, sellerId);
      if (clock.held_at === null) throw fail('payouts_not_held');
      if (clock.held_by !== null && clock.held_by === tx.actor.personId) throw fail('own_hold');
      const free = { held_at: null, held_by: null, held_reason: null };
      await this.clocks.note(tx, { ...clock, ...free, due_at: clock.due_at ?? tx.now });
      await tx.run(`update payments.payout set check_at = $2 where seller_id = $1 and state = 'scheduled'`, [
        sellerId,
        tx.now,
      ]);
      this.tell(tx, sellerId, 'payments.payouts_released', reason);
    });
  }

  private byDesk(act: (tx: Tx) => Promise<void>): Promise<void> {
    return this.work.run(async (tx) => {
      assertFreshSecondFactor(tx.actor, new Date());
      await seeingAll(tx, () => act(tx));
    });
  }

  private tell(tx: Tx, sellerId: string, action: string, reason: string): void {
    tx.audit({ action, object: { kind: 'seller', id: sellerId }, reason });
  }
}

import { Injectable } from '@nestjs/common';
import { seeingAll, type Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { EarningHolds } from '../data/earning-holds.repository.js';
import { PayoutClocks } from '../data/payout-clocks.repository.js';
import { EarningReleased } from '../domain/payment.events.js';

@Injectable()
export class HoldEarning {
  constructor(
    private readonly holds: EarningHolds,
    private readonly clocks: PayoutClocks,
  ) {}

  /**
   * What a maker earns with a cause waits while something about it is to be decided: money still in escrow stays there, what
   * she was credited with and no payout has taken yet stays owed to her. Her other sales are paid as ever; what a payout
   * has already taken goes on.
   * @param heldFor  what is to be decided; several may hold one sale
   * @rule S-9
   */
  inside(tx: Tx, of: Cause, sellerId: string, heldFor: string): Promise<void> {
    return seeingAll(tx, async () => {
      await this.clocks.lock(tx, sellerId);
      await this.holds.hold(tx, of, sellerId, heldFor);
      tx.audit({ action: 'payments.earning_held', object: { kind: of.kind, id: of.id }, after: { heldFor } });
    });
  }

  /** It is decided: with the last of these decisions she is paid with her next run. Nothing held is nothing to do. @rule S-9 */
  release(tx: Tx, of: Cause, heldFor: string): Promise<void> {
    return seeingAll(tx, async () => {
      const sellerId = await this.holds.release(tx, of, heldFor);
      if (sellerId === null) return;
      tx.audit({ action: 'payments.earning_released', object: { kind: of.kind, id: of.id }, after: { heldFor } });
      if (await this.holds.isHeld(tx, of)) return;
      const clock = await this.clocks.lock(tx, sellerId);
      await this.clocks.note(tx, { ...clock, due_at: clock.due_at ?? tx.now });
      tx.emit(EarningReleased, { sellerId, cause: of });
    });
  }
}

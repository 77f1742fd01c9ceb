import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { assert, type Cause } from '#platform/kernel';
import { Stock } from '../data/stock.repository.js';

@Injectable()
export class ReleaseStock {
  constructor(private readonly stock: Stock) {}

  /** Gives back what a cause held and did not pay for; nothing held is nothing done. @rule S-4 */
  async inside(tx: Tx, cause: Cause): Promise<void> {
    const holds = await this.stock.lockHolds(tx, cause, 'held');
    if (holds.length === 0) return;
    const shifted = await this.stock.shift(
      tx,
      holds.map((hold) => ({ offerId: hold.offer_id, on_hand: 0, reserved: -hold.quantity })),
    );
    assert(shifted.length === holds.length, 'what was held can be released');
    await this.stock.endHolds(tx, holds, 'released');
  }
}

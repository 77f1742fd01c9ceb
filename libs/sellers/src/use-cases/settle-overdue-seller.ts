import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { Measures } from '../data/measures.repository.js';
import { Sellers, type Seller } from '../data/sellers.repository.js';
import { SellerEscalated, SellerLapsed } from '../domain/seller.events.js';
import { MeasureLasts } from '../domain/shop.events.js';
import { CheckApplicationPapers } from './check-application.js';
import { ReinstateSeller } from './reinstate-seller.js';

@Injectable()
export class SettleOverdueSeller {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly check: CheckApplicationPapers,
    private readonly measures: Measures,
    private readonly reinstate: ReinstateSeller,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * Does what happens when nobody moved in time: an unchecked application goes on to the officer, an undecided one is shown
   * to the office above, an unanswered one lapses, a suspension ends, and the desk of a measure that lasts is reminded. Looked at again under its lock: somebody may have been faster.
   * @rule SM-1
   */
  run(id: string): Promise<void> {
    return this.work.run(async (tx) => {
      const seller = await this.sellers.lock(tx, id);
      if (seller.due_at === null || seller.due_at > tx.now) return;
      switch (seller.state) {
        case 'submitted':
          return this.check.goOnWithout(tx, seller);
        case 'under_review':
          await this.sellers.escalate(tx, seller);
          return tx.emit(SellerEscalated, { sellerId: id, deskId: seller.above_desk_id });
        case 'needs_correction':
          await this.sellers.move(tx, seller, 'lapse', { due_at: null });
          return tx.emit(SellerLapsed, { sellerId: id });
        case 'moratorium':
          return this.remind(tx, seller, this.policy.deadline('seller.moratorium_alarm_days', tx.now));
        case 'suspended':
          return this.suspended(tx, seller);
        default:
          throw new Error(`no clock runs for a seller who is ${seller.state}`);
      }
    });
  }

  private async suspended(tx: Tx, seller: Seller): Promise<void> {
    const measure = await this.measures.current(tx, seller.id);
    assert(measure?.until, 'a suspension has its last moment');
    if (measure.until > tx.now) return this.remind(tx, seller, measure.until);
    await this.measures.end(tx, seller.id, 'over', null);
    await this.reinstate.inside(tx, seller);
  }

  private async remind(tx: Tx, seller: Seller, due_at: Date): Promise<void> {
    await this.sellers.note(tx, seller, 'measure_lasts', { due_at });
    tx.emit(MeasureLasts, { sellerId: seller.id });
  }
}

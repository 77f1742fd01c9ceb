import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork } from '#platform/database';
import { assert } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { Measures } from '../data/measures.repository.js';
import { Sellers } from '../data/sellers.repository.js';
import { assertMayDebar, assertNoneWaits } from '../domain/conduct.rules.js';
import { sellerStates } from '../domain/seller.states.js';
import { SellerDebarred } from '../domain/shop.events.js';
import { OpenDealings } from './open-dealings.js';

@Injectable()
export class DebarSeller {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly measures: Measures,
    private readonly policy: PolicyQuery,
    private readonly dealings: OpenDealings,
  ) {}

  /**
   * Excludes a suspended seller for good: a grave fault for the third time, decided by another officer than the one who
   * suspended her, and none while her appeal waits. What was sold is delivered first: she sells nothing meanwhile, and nobody acts for her afterwards.
   * @throws seller_unknown (404), illegal_transition, appeal_waits, shop_has_open_dealings (409), debarment_not_due (422),
   *   own_decision, own_application (403)
   * @rule SM-1  S-28
   */
  run(sellerId: string, reason: string): Promise<void> {
    return this.work.run((tx) =>
      seeingAll(tx, async () => {
        const seller = await this.sellers.lock(tx, sellerId);
        await this.sellers.assertNotOwn(tx, seller);
        sellerStates.next(seller.state, 'debar');
        const measure = await this.measures.current(tx, sellerId);
        assert(measure?.severity, 'a suspended seller has a suspension of some level');
        const steps = this.policy.at('incident.suspension', measure.decided_at)[measure.severity];
        assertMayDebar(measure, steps, tx.actor.personId);
        assertNoneWaits(await this.measures.appeals(tx, sellerId));
        await this.dealings.assertNone(tx, sellerId, ['order', 'contract']);
        await this.sellers.move(tx, seller, 'debar', { due_at: null, reason });
        await this.measures.end(tx, sellerId, 'debarred', reason);
        tx.emit(SellerDebarred, { sellerId });
      }),
    );
  }
}

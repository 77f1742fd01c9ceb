import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { Measures, type Appeal, type Measure } from '../data/measures.repository.js';
import { Sellers } from '../data/sellers.repository.js';
import { assertOther } from '../domain/conduct.rules.js';
import { fail } from '../domain/shop.errors.js';
import { AppealDecided, AppealRefused } from '../domain/shop.events.js';
import { ReinstateSeller } from './reinstate-seller.js';

@Injectable()
export class DecideAppeal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly measures: Measures,
    private readonly reinstate: ReinstateSeller,
  ) {}

  /** One on the desk of the caller's office, for the look-up of the path. @throws appeal_unknown (404) @rule S-42 */
  async find(tx: Tx, appealId: string): Promise<Appeal> {
    const appeal = await seeingAll(tx, () => this.measures.appealOn(tx, tx.actor.organisationId, appealId));
    if (appeal === null) throw fail('appeal_unknown');
    return appeal;
  }

  /**
   * Another officer than the one who suspended her decides. Allowed, the suspension counts for nothing, and ends now if it
   * still holds.
   * @throws appeal_unknown (404), appeal_decided (409), own_decision, own_application (403)
   * @rule S-28
   */
  run(appealId: string, isAllowed: boolean, reason: string): Promise<void> {
    return this.work.run((tx) =>
      seeingAll(tx, async () => {
        const appeal = await this.find(tx, appealId);
        const sellerId = appeal.seller_id;
        const seller = await this.sellers.lock(tx, sellerId);
        if (appeal.decided_at !== null) throw fail('appeal_decided');
        const measure = await this.measureOf(tx, appeal);
        assertOther(measure.decided_by, tx.actor.personId);
        await this.sellers.assertNotOwn(tx, seller);
        await this.measures.decideAppeal(tx, appealId, isAllowed, reason);
        tx.audit({
          action: isAllowed ? 'sellers.appeal_allowed' : 'sellers.appeal_refused',
          object: { kind: 'seller', id: sellerId },
          reason,
        });
        tx.emit(AppealDecided, { sellerId, incident: measure.incident, isAllowed });
        if (!isAllowed) return tx.emit(AppealRefused, { sellerId });
        await this.measures.annul(tx, measure.id, reason);
        if (seller.state === 'suspended' && measure.ended_at === null) await this.reinstate.inside(tx, seller, reason);
      }),
    );
  }

  private async measureOf(tx: Tx, appeal: Appeal): Promise<Measure> {
    const measure = (await this.measures.of(tx, appeal.seller_id)).find(({ id }) => id === appeal.measure_id);
    assert(measure, 'an appeal is against a measure of its seller');
    return measure;
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { PolicyQuery } from '#policy';
import { Measures, type Measure } from '../data/measures.repository.js';
import { ReviewDesksQuery } from '../data/review-desks.query.js';
import { Sellers } from '../data/sellers.repository.js';
import { assertMayAppeal } from '../domain/conduct.rules.js';
import { fail as failSeller } from '../domain/seller.errors.js';
import { fail } from '../domain/shop.errors.js';
import { SellerAppealed } from '../domain/shop.events.js';

@Injectable()
export class AppealSuspension {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly measures: Measures,
    private readonly desks: ReviewDesksQuery,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * The shop the caller acts for asks another office to look again at its newest suspension: that of its State. One that
   * still holds stands meanwhile; one that is over counts at the next fault, so it is appealed against all the same.
   * @throws seller_unknown (404), nothing_to_appeal, appeal_made (409), appeal_too_late (422)
   * @rule
   */
  run(words: string): Promise<void> {
    return this.work.run((tx) => this.inside(tx, ({ kind }) => kind === 'suspension', words));
  }

  /**
   * The same against what followed from one incident, be it a warning: that counts at the next fault too.
   * @throws seller_unknown (404), nothing_to_appeal, appeal_made (409), appeal_too_late (422)
   * @rule
   */
  against(tx: Tx, incident: string, words: string): Promise<void> {
    return this.inside(tx, (one) => one.incident === incident && one.kind !== 'moratorium', words);
  }

  private async inside(tx: Tx, which: (one: Measure) => boolean, words: string): Promise<void> {
    const sellerId = tx.actor.organisationId;
    if (sellerId === null) throw failSeller('seller_unknown');
    const seller = await this.sellers.lockOwn(tx, sellerId);
    const measure = (await this.measures.of(tx, sellerId)).find(which);
    if (!measure) throw fail('nothing_to_appeal', { state: seller.state });
    const made = (await this.measures.appeals(tx, sellerId)).filter((one) => one.measure_id === measure.id).length;
    const until = this.policy.deadline('incident.appeal_days', measure.decided_at);
    assertMayAppeal(made, this.policy.at('incident.appeals_max', tx.now), until, tx.now);
    const desk_id = await this.desks.ofAppeals(tx, seller.state_code);
    await this.measures.addAppeal(tx, { seller_id: sellerId, measure_id: measure.id, desk_id, words });
    tx.audit({ action: 'sellers.appealed', object: { kind: 'seller', id: sellerId } });
    tx.emit(SellerAppealed, { sellerId, deskId: desk_id, incident: measure.incident });
  }
}

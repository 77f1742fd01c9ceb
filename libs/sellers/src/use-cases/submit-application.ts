import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { PolicyQuery } from '#policy';
import { Duplicates } from '../data/duplicates.repository.js';
import { Papers } from '../data/evidence.repository.js';
import { ReviewDesksQuery } from '../data/review-desks.query.js';
import { Sellers } from '../data/sellers.repository.js';
import { keepsDevice } from '../domain/duplicate.js';
import { assertInTime, lacking, submitted } from '../domain/application.js';
import { CheckApplication, SellerSubmitted } from '../domain/seller.events.js';
import { reviewedBy } from '../domain/seller-class.js';

@Injectable()
export class SubmitApplication {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly papers: Papers,
    private readonly duplicates: Duplicates,
    private readonly desks: ReviewDesksQuery,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * Hands an application in, for the first time or again after a correction. The machine looks first, then an officer.
   * @param consentNotice  version of the data notice the applicant agreed to
   * @param device  by what her app knows itself again; only its keyed hash is kept, and none of who helps her
   * @throws evidence_missing (422), illegal_transition (409), also when the time for a correction is over
   * @rule SM-1
   */
  run(sellerId: string, consentNotice: string, device: string | null = null): Promise<void> {
    return this.work.run(async (tx) => {
      const seller = await this.sellers.lockOwn(tx, sellerId);
      assertInTime(seller, tx.now);
      const papers = (await this.papers.current(tx, sellerId)).map((paper) => paper.value);
      const bearers_min = this.policy.at('seller.shg_office_bearers', tx.now);
      const pan_above_paise = this.policy.at('seller.shg_pan_above', tx.now);
      const event = submitted(seller.state, lacking(seller.class, papers, bearers_min, pan_above_paise));
      const place = { districtId: seller.district_id, stateCode: seller.state_code };
      const desk = await this.desks.of(tx, reviewedBy(seller.class), place);
      const submission = seller.submission + 1;
      await this.sellers.move(tx, seller, event, {
        due_at: this.policy.deadline('onboarding.auto_check_minutes', tx.now),
        change: {
          submission,
          desk_id: desk.desk_id,
          above_desk_id: desk.above_id,
          escalated_at: null,
          manufacturer_key: this.papers.manufacturerKey(sellerId, papers),
          consent_notice: consentNotice,
          consent_at: tx.now,
        },
      });
      if (keepsDevice(device, tx.actor.delegateId)) await this.duplicates.leaveDevice(tx, sellerId, device);
      tx.enqueue(CheckApplication, { sellerId, submission });
      tx.emit(SellerSubmitted, { sellerId });
    });
  }
}

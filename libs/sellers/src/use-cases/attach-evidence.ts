import { Injectable } from '@nestjs/common';
import { OwnCode } from '#identity';
import { DistrictsQuery } from '#odop';
import { UnitOfWork, type Tx } from '#platform/database';
import { assertFreshSecondFactor } from '#platform/kernel';
import { istDay } from '#platform/time';
import { PolicyQuery } from '#policy';
import { Papers } from '../data/evidence.repository.js';
import { Sellers } from '../data/sellers.repository.js';
import { assertAskedFor } from '../domain/application.js';
import type { Evidence } from '../domain/evidence.js';
import { readEvidence, type PayoutAccountInput } from '../domain/read-evidence.js';
import { fail } from '../domain/seller.errors.js';
import { openToEvidence } from '../domain/seller.states.js';

@Injectable()
export class AttachEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly papers: Papers,
    private readonly policy: PolicyQuery,
    private readonly ownCode: OwnCode,
    private readonly districts: DistrictsQuery,
  ) {}

  /**
   * Adds a paper to an application, or puts it in the place of the earlier one of its kind. Where her money goes a
   * delegate says only with the maker's own code for that account.
   * @throws evidence_closed (409), evidence_not_asked, evidence_malformed, district_unknown (422), own_code_needed, second_factor_needed (403)
   * @rule  S-35
   */
  run(sellerId: string, given: Evidence): Promise<void> {
    return this.work.run(async (tx) => {
      const seller = await this.sellers.lockOwn(tx, sellerId);
      if (!openToEvidence(seller.state)) throw fail('evidence_closed', { state: seller.state });
      assertAskedFor(given.kind, seller.class);
      const landBorderEnds = istDay(this.policy.deadline('onboarding.land_border_months', tx.now));
      const paper = readEvidence(given, tx.now, landBorderEnds);
      if (paper.value.kind === 'producer_register') await this.assertDistricts(tx, paper.value.districts);
      if (paper.value.kind === 'bank_account') await this.assertHerWish(tx, sellerId, paper.value);
      await this.papers.replace(tx, sellerId, paper);
      tx.audit({
        action: 'sellers.evidence_attached',
        object: { kind: 'seller', id: sellerId },
        after: { kind: given.kind },
      });
    });
  }

  /** Producers live in districts of the register. @rule R-4.29a */
  private async assertDistricts(tx: Tx, slugs: readonly string[]): Promise<void> {
    for (const slug of slugs) {
      const district = await this.districts.bySlug(slug, tx);
      if (!district || district.valid_to !== null) throw fail('district_unknown');
    }
  }

  /**
   * A delegate shows the maker's own code for this very account; the maker herself a fresh factor when another account
   * takes the place of the one she gave before.
   */
  private async assertHerWish(tx: Tx, sellerId: string, account: PayoutAccountInput): Promise<void> {
    const wanted = this.papers.accountId(sellerId, account);
    await this.ownCode.require(tx, 'payout_account', wanted);
    if (tx.actor.delegateId !== null) return;
    const [earlier] = (await this.papers.current(tx, sellerId)).flatMap(({ value }) =>
      value.kind === 'bank_account' ? [this.papers.accountId(sellerId, value)] : [],
    );
    if (earlier !== undefined && earlier !== wanted) assertFreshSecondFactor(tx.actor, new Date());
  }
}

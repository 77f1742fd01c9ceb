import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { istDay } from '#platform/time';
import { PolicyQuery } from '#policy';
import { Papers } from '../data/evidence.repository.js';
import { Renewals } from '../data/renewals.repository.js';
import { Sellers, type Seller } from '../data/sellers.repository.js';
import { assertAskedFor } from '../domain/application.js';
import type { EvidenceOf } from '../domain/evidence.js';
import { endOf, type RenewableKind } from '../domain/paper-terms.rules.js';
import { readEvidence, type ReadEvidence } from '../domain/read-evidence.js';
import { fail as failSeller } from '../domain/seller.errors.js';
import { servingStates } from '../domain/seller.states.js';
import { fail } from '../domain/shop.errors.js';
import { RenewalHandedIn } from '../domain/shop.events.js';
import { WatchPapers } from './watch-papers.js';

@Injectable()
export class RenewPaper {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly papers: Papers,
    private readonly renewals: Renewals,
    private readonly policy: PolicyQuery,
    private readonly watch: WatchPapers,
  ) {}

  /**
   * A licence, certificate or declaration of the shop the caller acts for, handed in anew. The one in force stays until
   * the officer accepts this one; a declaration has nothing to compare and counts at once.
   * @throws seller_unknown (404), not_a_shop_yet, renewal_waiting (409), evidence_not_asked, evidence_malformed,
   *   evidence_expired, renewal_shorter (422)
   * @rule SM-1 
   */
  run(given: EvidenceOf<RenewableKind>): Promise<void> {
    return this.work.run(async (tx) => {
      const sellerId = tx.actor.organisationId;
      if (sellerId === null) throw failSeller('seller_unknown');
      const seller = await this.sellers.lockOfShop(tx, sellerId);
      if (!servingStates.includes(seller.state)) throw fail('not_a_shop_yet', { state: seller.state });
      assertAskedFor(given.kind, seller.class);
      const landBorderEnds = istDay(this.policy.deadline('onboarding.land_border_months', tx.now));
      const paper = readEvidence(given, tx.now, landBorderEnds);
      await this.assertNewer(tx, seller, given.kind, paper);
      if (given.kind === 'land_border') await this.counts(tx, seller, paper);
      else await this.waits(tx, seller, given.kind, paper);
      tx.audit({
        action: 'sellers.paper_renewed',
        object: { kind: 'seller', id: sellerId },
        after: { kind: given.kind },
      });
    });
  }

  private async assertNewer(tx: Tx, seller: Seller, kind: RenewableKind, paper: ReadEvidence): Promise<void> {
    const waiting = await this.renewals.waiting(tx, seller.id);
    if (waiting.some((one) => one.kind === kind)) throw fail('renewal_waiting', { kind });
    const held = (await this.renewals.terms(tx, seller.id)).find((one) => one.kind === kind);
    const holds = held !== undefined && endOf(held) > tx.now;
    if (holds && paper.valid_to !== null && paper.valid_to < held.valid_to)
      throw fail('renewal_shorter', { kind, validTo: held.valid_to });
  }

  private async counts(tx: Tx, seller: Seller, paper: ReadEvidence): Promise<void> {
    await this.papers.replace(tx, seller.id, paper);
    await this.papers.note(tx, seller.id, [{ kind: paper.value.kind, finding: 'passed', note: null }]);
    await this.watch.inside(tx, seller);
  }

  private async waits(tx: Tx, seller: Seller, kind: RenewableKind, paper: ReadEvidence): Promise<void> {
    await this.renewals.add(tx, seller.id, kind, paper);
    tx.emit(RenewalHandedIn, { sellerId: seller.id, kind, districtId: seller.district_id });
  }
}

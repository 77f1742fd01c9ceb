import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Duplicates } from '../data/duplicates.repository.js';
import { Papers } from '../data/evidence.repository.js';
import { Sellers } from '../data/sellers.repository.js';
import { confirmEvidence } from '../domain/approval.js';
import type { EvidenceKind } from '../domain/evidence-matrix.js';
import { SellerVerified } from '../domain/seller.events.js';
import { sellerStates } from '../domain/seller.states.js';

@Injectable()
export class ApproveSeller {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly papers: Papers,
    private readonly duplicates: Duplicates,
  ) {}

  /**
   * The officer of the seller's desk verifies her.
   * @param confirmed  papers no machine could check, which the officer compared with the originals
   * @throws seller_unknown (404) for another desk's, evidence_unverified (422), evidence_used_elsewhere, duplicate_confirmed
   *   (409)
   * @rule SM-1 S-42
   */
  run(sellerId: string, confirmed: readonly EvidenceKind[]): Promise<void> {
    return this.work.run(async (tx) => {
      const seller = await this.sellers.lockOnDesk(tx, sellerId);
      sellerStates.next(seller.state, 'approve');
      await this.sellers.assertNotOwn(tx, seller);
      await this.duplicates.assertNoneConfirmed(tx, sellerId);
      const vouched = confirmEvidence(await this.papers.current(tx, sellerId), confirmed);
      await this.papers.confirm(tx, sellerId, vouched);
      await this.sellers.move(tx, seller, 'approve', {
        due_at: null,
        change: { verified_at: tx.now, watch_at: tx.now },
      });
      tx.emit(SellerVerified, { sellerId, districtId: seller.district_id });
    });
  }
}

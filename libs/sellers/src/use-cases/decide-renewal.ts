import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Papers } from '../data/evidence.repository.js';
import { Renewals } from '../data/renewals.repository.js';
import { Sellers } from '../data/sellers.repository.js';
import { readEvidence } from '../domain/read-evidence.js';
import { fail } from '../domain/shop.errors.js';
import { RenewalRefused } from '../domain/shop.events.js';
import { WatchPapers } from './watch-papers.js';

@Injectable()
export class DecideRenewal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly papers: Papers,
    private readonly renewals: Renewals,
    private readonly watch: WatchPapers,
  ) {}

  /**
   * The officer of the seller's desk compared a renewed paper with the original: it takes the place of the one in force,
   * and what its lack had hidden is shown again; or she refuses it with a reason the maker reads.
   * @throws seller_unknown, renewal_unknown (404), own_application (403), evidence_expired (422) when it ended meanwhile
   * @rule SM-1 S-28 S-42
   */
  run(sellerId: string, renewalId: string, isAccepted: boolean, reason: string | null): Promise<void> {
    return this.work.run(async (tx) => {
      const seller = await this.sellers.lockOnDesk(tx, sellerId);
      await this.sellers.assertNotOwn(tx, seller);
      const renewal = (await this.renewals.waiting(tx, sellerId)).find(({ id }) => id === renewalId);
      if (renewal === undefined) throw fail('renewal_unknown');
      const { kind } = renewal;
      tx.audit({
        action: isAccepted ? 'sellers.renewal_accepted' : 'sellers.renewal_refused',
        object: { kind: 'seller', id: sellerId },
        after: { kind },
        reason: reason ?? undefined,
      });
      await this.renewals.decide(tx, renewalId, isAccepted ? 'accepted' : 'refused', reason);
      if (!isAccepted) return tx.emit(RenewalRefused, { sellerId, kind });
      await this.papers.replace(tx, sellerId, readEvidence(renewal.value, tx.now, renewal.valid_to));
      await this.papers.confirm(tx, sellerId, [kind]);
      await this.watch.inside(tx, seller);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { GiAuthorisations, type GiAuthorisationView } from '../data/gi-authorisations.repository.js';
import { Sellers } from '../data/sellers.repository.js';
import { servingStates } from '../domain/seller.states.js';
import { WatchPapers } from './watch-papers.js';

@Injectable()
export class DecideGiAuthorisation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly authorisations: GiAuthorisations,
    private readonly watch: WatchPapers,
  ) {}

  /**
   * The officer of the maker's desk has compared the certificate with Part B of the register, and says what she found; before a
   * right she has confirmed ends, the maker is reminded.
   * @throws seller_unknown, gi_authorisation_unknown (404), gi_authorisation_decided (409), own_application
   *   (403)
   * @rule S-28
   */
  run(sellerId: string, id: string, isGenuine: boolean, reason: string): Promise<GiAuthorisationView[]> {
    return this.work.run(async (tx) => {
      const seller = await this.sellers.lockOnDesk(tx, sellerId);
      await this.sellers.assertNotOwn(tx, seller);
      await this.authorisations.decide(tx, sellerId, id, isGenuine ? 'verified' : 'rejected', reason);
      tx.audit({
        action: isGenuine ? 'sellers.gi_verified' : 'sellers.gi_rejected',
        object: { kind: 'seller', id: sellerId },
        after: { authorisation: id },
        reason,
      });
      // Of somebody who is not approved yet, approval looks at all papers.
      if (isGenuine && servingStates.includes(seller.state)) await this.watch.inside(tx, seller);
      return this.authorisations.ofSeller(tx, sellerId);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { GiAuthorisations, type GiAuthorisationView } from '../data/gi-authorisations.repository.js';
import { Sellers } from '../data/sellers.repository.js';
import { fail } from '../domain/gi.errors.js';

export interface GiClaim {
  gi: string;
  /** Of the certificate of registration as authorised user. */
  number: string;
  validFrom: string;
  validTo: string;
}

@Injectable()
export class ClaimGiAuthorisation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly authorisations: GiAuthorisations,
  ) {}

  /**
   * A maker says that she is an authorised user of a registered GI; it counts once her officer has seen the certificate.
   * @throws seller_unknown (404), gi_not_registered, gi_not_of_her_state, gi_validity_backwards (422), gi_number_taken (409)
   * @rule
   */
  run(sellerId: string, claim: GiClaim): Promise<GiAuthorisationView[]> {
    return this.work.run(async (tx) => {
      const seller = await this.sellers.lockOfShop(tx, sellerId);
      const gi = await this.authorisations.gi(tx, claim.gi);
      if (!gi.state_codes.includes(seller.state_code)) throw fail('gi_not_of_her_state', { gi: claim.gi });
      if (claim.validTo <= claim.validFrom) throw fail('gi_validity_backwards');
      if (await this.authorisations.isTaken(tx, gi.id, claim.number)) throw fail('gi_number_taken');
      const { number, validFrom: valid_from, validTo: valid_to } = claim;
      const id = newId();
      await this.authorisations.add(tx, { id, seller_id: sellerId, gi_id: gi.id, number, valid_from, valid_to });
      tx.audit({
        action: 'sellers.gi_claimed',
        object: { kind: 'seller', id: sellerId },
        after: { gi: claim.gi, number },
      });
      return this.authorisations.ofSeller(tx, sellerId);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Sellers } from '../data/sellers.repository.js';
import type { GrievanceOfficer } from '../domain/grievance-officer.js';
import { fail } from '../domain/seller.errors.js';

@Injectable()
export class NameGrievanceOfficer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
  ) {}

  /**
   * The owner of a shop says who answers there for complaints; shoppers read it beside the shop's name. Named again, the last one
   * counts.
   * @throws seller_unknown (404)
   * @rule S-42
   */
  run(officer: GrievanceOfficer): Promise<void> {
    return this.work.run(async (tx) => {
      const sellerId = tx.actor.organisationId;
      if (sellerId === null) throw fail('seller_unknown');
      const { grievance_officer: before } = await this.sellers.lockOfShop(tx, sellerId);
      await this.sellers.nameOfficer(tx, sellerId, officer);
      const object = { kind: 'seller', id: sellerId };
      tx.audit({
        action: 'sellers.grievance_officer_named',
        object,
        before: { officer: before?.designation ?? null },
        after: { officer: officer.designation },
      });
    });
  }
}

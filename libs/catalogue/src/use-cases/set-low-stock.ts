import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Offers } from '../data/offers.repository.js';

@Injectable()
export class SetLowStock {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offers: Offers,
  ) {}

  /**
   * With how many pieces left the seller of an offer wants to be told.
   * @param pieces  0 … 1,000,000; null: the platform's number (`stock.low_at`)
   * @throws offer_unknown (404)
   * @rule S-4 S-42
   */
  run(offerId: string, pieces: number | null): Promise<void> {
    return this.work.run(async (tx) => {
      await this.offers.lockOwn(tx, offerId);
      await tx.run(`update catalogue.offer set low_stock = $2 where id = $1`, [offerId, pieces]);
    });
  }
}

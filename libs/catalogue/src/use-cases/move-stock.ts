import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Offers } from '../data/offers.repository.js';
import { StockLocations } from '../data/stock-locations.repository.js';
import { Stock } from '../data/stock.repository.js';
import { fail } from '../domain/listing.errors.js';

@Injectable()
export class MoveStock {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offers: Offers,
    private readonly locations: StockLocations,
    private readonly stock: Stock,
  ) {}

  /**
   * Pieces of an offer are carried from one of its seller's places to another; promised ones stay where they are.
   * @param pieces  ≥ 1
   * @throws offer_unknown, location_unknown (404), too_few_to_move (409), move_to_same_place (422)
   * @rule S-4 S-42
   */
  run(offerId: string, from: string, to: string, pieces: number): Promise<void> {
    return this.work.run(async (tx) => {
      if (from === to) throw fail('move_to_same_place');
      await this.offers.lockOwn(tx, offerId);
      for (const place of [from, to].sort()) await this.locations.openFor(tx, offerId, place);
      if (!(await this.stock.carry(tx, offerId, from, to, pieces))) {
        const there = (await this.stock.levels(tx, offerId)).find((level) => level.location_id === from)!;
        throw fail('too_few_to_move', { wanted: pieces, free: there.on_hand - there.reserved });
      }
    });
  }
}

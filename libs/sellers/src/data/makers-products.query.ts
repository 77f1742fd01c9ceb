import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { GiAuthorisations, type GiAuthorisationView } from './gi-authorisations.repository.js';
import { Sellers } from './sellers.repository.js';

const tied = z.object({ id: z.uuid(), product: z.string(), since: z.date() });
/** A product of her district's list that a maker makes. */
export type TiedProduct = z.output<typeof tied>;

export const selectTied = `
  select e.id, e.product, m.since from sellers.maker_entry m join odop.v_entry e on e.id = m.entry_id
   where m.seller_id = $1 and m.ended_at is null order by e.product, e.id`;
export const tiedRow = tied;

/** What a maker makes, and her certificates: for herself and for the officer of her desk. */
@Injectable()
export class MakersProductsQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly certificates: GiAuthorisations,
  ) {}

  /** @throws seller_unknown (404) */
  products(sellerId: string): Promise<TiedProduct[]> {
    return this.work.run(async (tx) => {
      await this.sellers.findOfShop(tx, sellerId);
      return tx.many(tied, selectTied, [sellerId]);
    });
  }

  /** @throws seller_unknown (404) */
  authorisations(sellerId: string): Promise<GiAuthorisationView[]> {
    return this.work.run(async (tx) => {
      await this.sellers.findOfShop(tx, sellerId);
      return this.certificates.ofSeller(tx, sellerId);
    });
  }

  /** The same for the officer of the maker's desk. @throws seller_unknown (404) */
  authorisationsOnDesk(sellerId: string): Promise<GiAuthorisationView[]> {
    return this.work.run(async (tx) => {
      await this.sellers.findOnDesk(tx, sellerId);
      return this.certificates.ofSeller(tx, sellerId);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { LicencesQuery, SellersQuery } from '#sellers';
import { Changes } from '../data/changes.repository.js';
import { Listings } from '../data/listings.repository.js';
import { ListingBlocked, ListingLive } from '../domain/listing.events.js';

@Injectable()
export class FollowLicence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly listings: Listings,
    private readonly changes: Changes,
    private readonly sellers: SellersQuery,
    private readonly licences: LicencesQuery,
  ) {}

  /**
   * A maker's food licence ended or holds again. Her food in the shop is blocked; what was blocked for that goes back, as the
   * officer who accepted the new licence has decided what there was to decide. Looks at how she stands now, so that news
   * may come late, twice or in any order.
   * @rule SM-3
   */
  run(sellerId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const { restricted_kinds, state } = await this.sellers.byId(tx, sellerId);
      if (restricted_kinds.includes('food')) return this.block(tx, sellerId);
      const fssai = await this.licences.fssai(tx, sellerId);
      if (fssai !== null && (state === 'active' || state === 'restricted')) await this.cure(tx, sellerId, fssai);
    });
  }

  private async block(tx: Tx, sellerId: string): Promise<void> {
    const food = await this.ids(tx, sellerId, `state in ('live', 'out_of_stock') and catalogue.is_food(hsn)`);
    for (const listingId of food) {
      const listing = await this.listings.lock(tx, listingId);
      await this.changes.end(tx, listingId);
      await this.listings.move(tx, listing, 'block', { change: { blocked_for: 'licence' } });
      tx.emit(ListingBlocked, { listingId, sellerId, for: 'licence' });
    }
  }

  private async cure(tx: Tx, sellerId: string, fssai: string): Promise<void> {
    for (const listingId of await this.ids(tx, sellerId, `state = 'blocked' and blocked_for = 'licence'`)) {
      const listing = await this.listings.lock(tx, listingId);
      const state = await this.listings.move(tx, listing, 'cure', { change: { fssai } });
      await this.listings.move(tx, { ...listing, state, version: listing.version + 1 }, 'approve');
      await this.listings.followStock(tx, [listingId]);
      tx.emit(ListingLive, { listingId, sellerId });
    }
  }

  /** Held, in the order of their ids. */
  private async ids(tx: Tx, sellerId: string, which: string): Promise<string[]> {
    const sql = `select id from catalogue.listing where seller_id = $1 and ${which} order by id for update`;
    return (await tx.many(z.object({ id: z.uuid() }), sql, [sellerId])).map((row) => row.id);
  }
}

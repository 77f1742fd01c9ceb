import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { Listings, type Listing } from '../data/listings.repository.js';
import { Pairings } from '../data/pairings.repository.js';
import { ListingChanged, PairingEnded } from '../domain/listing.events.js';
import { fail } from '../domain/listing.errors.js';

@Injectable()
export class EndPairing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly listings: Listings,
    private readonly pairings: Pairings,
  ) {}

  /**
   * A maker does not want her goods sold by another any more. What is promised or sold is delivered all the same; the reseller
   * is told why, and may not pair to these goods again.
   * @throws listing_unknown, pairing_unknown (404)
   * @rule S-42
   */
  asMaker(listingId: string, resellerId: string, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      const listing = await this.listings.lockOwn(tx, listingId);
      await this.end(tx, listing, resellerId, { by: 'maker', reason });
      tx.emit(PairingEnded, { listingId, sellerId: listing.seller_id, resellerId });
    });
  }

  /** A reseller sells goods of another no longer; she may pair to them again. @throws pairing_unknown (404) */
  asReseller(listingId: string): Promise<void> {
    return this.work.run(async (tx) => {
      await this.pairings.findOwn(tx, listingId);
      const resellerId = tx.actor.organisationId;
      assert(resellerId !== null, 'a pairing of her own is a seller’s');
      await this.end(tx, await this.listings.lock(tx, listingId), resellerId, { by: 'reseller', reason: null });
    });
  }

  private async end(
    tx: Tx,
    listing: Listing,
    resellerId: string,
    { by, reason }: { by: 'maker' | 'reseller'; reason: string | null },
  ): Promise<void> {
    const pairing = await this.pairings.find(tx, listing.id, resellerId);
    if (pairing === null || pairing.ended_at !== null) throw fail('pairing_unknown');
    await this.pairings.end(tx, pairing, by, reason);
    await this.listings.followStock(tx, [listing.id]);
    tx.audit({ action: 'catalogue.pairing_ended', object: { kind: 'listing', id: listing.id }, after: { by } });
    tx.emit(ListingChanged, { listingId: listing.id, sellerId: listing.seller_id });
  }
}

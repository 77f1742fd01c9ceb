import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Changes } from '../data/changes.repository.js';
import { Listings } from '../data/listings.repository.js';
import { fail } from '../domain/listing.errors.js';

@Injectable()
export class WithdrawChange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly changes: Changes,
    private readonly listings: Listings,
  ) {}

  /**
   * The maker takes back a new version nobody has decided on: the old one goes on, and is shown again when it was hidden.
   * @throws listing_unknown, change_unknown (404)
   * @rule SM-3
   */
  run(listingId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const listing = await this.listings.lockOwn(tx, listingId);
      const change = await this.changes.waiting(tx, listingId);
      if (!change) throw fail('change_unknown');
      await this.changes.decide(tx, change, 'withdrawn', null);
      await this.listings.keep(tx, listing, null);
      tx.audit({ action: 'catalogue.change_withdrawn', object: { kind: 'listing', id: listingId } });
    });
  }
}

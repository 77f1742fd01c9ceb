import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { StockLocations } from '../data/stock-locations.repository.js';
import { fail } from '../domain/listing.errors.js';

@Injectable()
export class RetireLocation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly locations: StockLocations,
  ) {}

  /**
   * Gives up an empty place. What was sold from it and comes back goes to the first one, which stays.
   * @throws location_unknown (404), location_is_first, location_not_empty (409)
   * @rule S-4 S-42
   */
  run(locationId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const { seller_id } = await this.locations.lockOwn(tx, locationId);
      if (locationId === seller_id) throw fail('location_is_first');
      const pieces = await this.locations.lockPieces(tx, locationId);
      if (pieces > 0) throw fail('location_not_empty', { pieces });
      await this.locations.retire(tx, locationId);
      tx.audit({ action: 'catalogue.location_retired', object: { kind: 'stock_location', id: locationId } });
    });
  }
}

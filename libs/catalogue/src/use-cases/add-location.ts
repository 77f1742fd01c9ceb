import { Injectable } from '@nestjs/common';
import { PincodesQuery } from '#odop';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { SellersQuery } from '#sellers';
import { StockLocations } from '../data/stock-locations.repository.js';
import { fail } from '../domain/listing.errors.js';
import { locations_max } from '../domain/stock.rules.js';

@Injectable()
export class AddLocation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly locations: StockLocations,
    private readonly sellers: SellersQuery,
    private readonly pincodes: PincodesQuery,
  ) {}

  /**
   * One more place where a seller keeps goods, in the State she is registered in: one GSTIN sells from one State.
   * @throws seller_unknown (404), location_name_taken, locations_too_many (409), pincode_unknown, pincode_in_other_state (422)
   * @rule S-4
   */
  run(name: string, pincode: string): Promise<{ locationId: string }> {
    return this.work.run(async (tx) => {
      const { organisationId } = tx.actor;
      if (organisationId === null) throw fail('location_unknown');
      const seller = await this.sellers.byId(tx, organisationId);
      const { district_id } = await this.pincodes.inState(pincode, seller.state_code, tx);
      await this.locations.openFirst(tx, seller.seller_id);
      const known = await this.locations.lockAllOwn(tx);
      if (known.length >= locations_max) throw fail('locations_too_many', { locations_max });
      const locationId = newId();
      await this.locations.assertNameFree(tx, name, locationId);
      await this.locations.add(tx, { id: locationId, seller_id: seller.seller_id, name, pincode, district_id });
      tx.audit({ action: 'catalogue.location_added', object: { kind: 'stock_location', id: locationId } });
      return { locationId };
    });
  }
}

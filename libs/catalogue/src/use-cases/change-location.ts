import { Injectable } from '@nestjs/common';
import { PincodesQuery } from '#odop';
import { UnitOfWork } from '#platform/database';
import { SellersQuery } from '#sellers';
import { StockLocations } from '../data/stock-locations.repository.js';

@Injectable()
export class ChangeLocation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly locations: StockLocations,
    private readonly sellers: SellersQuery,
    private readonly pincodes: PincodesQuery,
  ) {}

  /**
   * Another name or PIN code for a place; the first one too.
   * @throws location_unknown (404), location_name_taken (409), pincode_unknown, pincode_in_other_state (422)
   * @rule S-4 S-42
   */
  run(locationId: string, name: string, pincode: string): Promise<void> {
    return this.work.run(async (tx) => {
      const { seller_id } = await this.locations.lockOwn(tx, locationId);
      const { state_code } = await this.sellers.byId(tx, seller_id);
      const { district_id } = await this.pincodes.inState(pincode, state_code, tx);
      await this.locations.assertNameFree(tx, name, locationId);
      await this.locations.change(tx, locationId, { name, pincode, district_id });
      tx.audit({ action: 'catalogue.location_changed', object: { kind: 'stock_location', id: locationId } });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { PincodesQuery } from '#odop';
import { UnitOfWork } from '#platform/database';
import { Addresses, type Address } from '../data/addresses.repository.js';
import type { WrittenAddress } from '../domain/address.js';

@Injectable()
export class ChangeAddress {
  constructor(
    private readonly work: UnitOfWork,
    private readonly addresses: Addresses,
    private readonly pincodes: PincodesQuery,
  ) {}

  /**
   * Writes an address of the shopper's book anew. What was ordered goes where it was to go.
   * @param check  refuses when she has not seen the present version
   * @throws address_not_found (404), pincode_unknown, pincode_in_other_state (422)
   * @rule S-42
   */
  run(
    id: string,
    { pincode, stateCode, isDefault, ...words }: WrittenAddress,
    check: (version: number) => void,
  ): Promise<Address> {
    return this.work.run(async (tx) => {
      const { personId } = await this.addresses.lockBook(tx);
      check((await this.addresses.byId(tx, id)).version);
      const { district_id, state_code } = await this.pincodes.inState(pincode, stateCode, tx);
      await this.addresses.change(tx, id, personId, words, { pincode, district_id, state_code });
      if (isDefault) await this.addresses.makeDefault(tx, id, personId);
      tx.audit({ action: 'orders.address_changed', object: { kind: 'address', id } });
      return this.addresses.byId(tx, id);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { PincodesQuery } from '#odop';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { Addresses, type Address } from '../data/addresses.repository.js';
import type { WrittenAddress } from '../domain/address.js';
import { fail } from '../domain/order.errors.js';

@Injectable()
export class AddAddress {
  constructor(
    private readonly work: UnitOfWork,
    private readonly addresses: Addresses,
    private readonly pincodes: PincodesQuery,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * Writes an address into the shopper's book; its district is found by its PIN code. The first one is the one she mostly uses.
   * @throws address_book_full (422), pincode_unknown, pincode_in_other_state (422)
   * @rule S-48
   */
  run({ pincode, stateCode, isDefault, ...words }: WrittenAddress): Promise<Address> {
    return this.work.run(async (tx) => {
      const { district_id, state_code } = await this.pincodes.inState(pincode, stateCode, tx);
      const { personId, count } = await this.addresses.lockBook(tx);
      const addresses_max = this.policy.at('address.book_max', tx.now);
      if (count >= addresses_max) throw fail('address_book_full', { addresses_max });
      const id = newId();
      const one = { id, personId, isDefault: isDefault || count === 0 };
      await this.addresses.add(tx, one, words, { pincode, district_id, state_code });
      tx.audit({ action: 'orders.address_added', object: { kind: 'address', id } });
      return this.addresses.byId(tx, id);
    });
  }
}

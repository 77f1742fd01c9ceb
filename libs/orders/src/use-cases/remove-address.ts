import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Addresses } from '../data/addresses.repository.js';

@Injectable()
export class RemoveAddress {
  constructor(
    private readonly work: UnitOfWork,
    private readonly addresses: Addresses,
  ) {}

  /** Takes an address out of the shopper's book; the oldest one left takes the place of the one she mostly used. @throws address_not_found (404) @rule S-42 */
  run(id: string): Promise<void> {
    return this.work.run(async (tx) => {
      const { personId } = await this.addresses.lockBook(tx);
      const { is_default } = await this.addresses.byId(tx, id);
      const oldest = await this.addresses.remove(tx, id, personId);
      if (is_default && oldest !== null) await this.addresses.makeDefault(tx, oldest, personId);
      tx.audit({ action: 'orders.address_removed', object: { kind: 'address', id } });
    });
  }

  /** An erased person lives nowhere. @rule S-66 */
  forget(personId: string): Promise<void> {
    return this.work.run((tx) => this.addresses.removeAll(tx, personId));
  }
}

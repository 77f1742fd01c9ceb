import { Injectable } from '@nestjs/common';
import { ContactLookupsQuery, type GuestContact } from '#identity';
import type { Tx } from '#platform/database';
import type { Redeemer } from '#promotions';
import type { Cart } from '../data/carts.repository.js';
import type { ShipTo } from '../domain/ship-to.js';

@Injectable()
export class RedeemerOf {
  constructor(private readonly lookups: ContactLookupsQuery) {}

  /**
   * Who has the reductions of a cart, for their limits: who signed in by the contacts she signs in with, a guest by where
   * she is reached and by the mobile her goods are brought to. A new cart makes nobody another person.
   * @param contact  what a guest said of herself, as far as she has
   * @rule S-11 S-36
   */
  async of(tx: Tx, cart: Cart, shipTo: ShipTo, contact: GuestContact | undefined): Promise<Redeemer> {
    const personId = cart.owner_id;
    if (tx.actor.kind !== 'guest') return { personId, contacts: await this.lookups.ofPerson(tx, personId) };
    const given = [contact, { mobile: shipTo.mobile, email: null }].filter((each) => each !== undefined);
    return { personId, contacts: given.flatMap((each) => this.lookups.ofGiven(each)) };
  }
}

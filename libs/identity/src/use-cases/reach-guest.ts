import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { Guests, type GuestContact } from '../data/guests.repository.js';

@Injectable()
export class ReachGuest {
  constructor(private readonly guests: Guests) {}

  /**
   * Keeps where a guest is reached about what she ordered, sealed with her key; what she said before is forgotten.
   * @param name  how she is addressed
   * @param endsAt  what she was given lasts at least until then
   * @rule S-63
   */
  inside(tx: Tx, guestId: string, name: string, contact: GuestContact, endsAt: Date): Promise<void> {
    assert(contact.email ?? contact.mobile, 'a guest is reached somewhere');
    return this.guests.keep(tx, guestId, name, contact, endsAt);
  }
}

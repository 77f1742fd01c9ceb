import { Injectable } from '@nestjs/common';
import { seeingAll, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { Guests } from '../data/guests.repository.js';
import { newGuestToken } from '../security/guest-tokens.js';

@Injectable()
export class OpenGuest {
  constructor(private readonly guests: Guests) {}

  /**
   * Somebody without an account begins: she is known by a token of 256 bits, of which only the hash is kept.
   * @param endsAt  until then it is good
   * @rule S-36
   */
  async inside(tx: Tx, endsAt: Date): Promise<{ guestId: string; token: string }> {
    const [guestId, token] = [newId(), newGuestToken()];
    await seeingAll(tx, () => this.guests.add(tx, { id: guestId, token, endsAt }));
    return { guestId, token };
  }

  /** She goes on shopping: what she was given lasts until then. */
  prolong(tx: Tx, guestId: string, endsAt: Date): Promise<void> {
    return this.guests.prolong(tx, guestId, endsAt);
  }
}

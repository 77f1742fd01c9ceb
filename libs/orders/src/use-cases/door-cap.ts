import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ServiceKeys } from '#platform/crypto';
import { seeingAll, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { doorOf, type ShipTo } from '../domain/ship-to.js';
import { fail } from '../domain/order.errors.js';

const counted = z.object({ unpaid: z.number() });

/** Goods that wait for money are kept from others: at one door only so many checkouts may. */
@Injectable()
export class DoorCap {
  constructor(
    private readonly keys: ServiceKeys,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * Counts what waits for money at the door a checkout goes to, whoever ordered it; two at once are counted one after the other.
   * @returns the door's keyed hash, to be kept with the checkout
   * @throws too_many_unpaid_there (429)
   * @rule S-52
   */
  async check(tx: Tx, shipTo: ShipTo): Promise<Buffer> {
    const door = this.keys.hmac('lookup', 'orders.door', ...doorOf(shipTo));
    const unpaid_max = this.policy.at('retail.door_unpaid_max', tx.now);
    await tx.run(`select pg_advisory_xact_lock($1)`, [door.readBigInt64BE(0)]);
    const found = await seeingAll(tx, () =>
      tx.maybe(
        counted,
        `select count(*)::integer as unpaid from orders.checkout c
          where c.door_lookup = $1 and c.made_at > $2::timestamptz - interval '1 day'
            and exists (select from orders."order" o
                         where o.checkout_id = c.id and o.state = 'pending_payment' and o.due_at > $2)`,
        [door, tx.now],
      ),
    );
    assert(found, 'a count is always found');
    if (found.unpaid >= unpaid_max) throw fail('too_many_unpaid_there', { unpaid_max });
    return door;
  }
}

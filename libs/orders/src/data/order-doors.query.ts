import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { KnownDoors, type Doors } from '#fulfilment';
import type { Tx } from '#platform/database';
import { SellersQuery } from '#sellers';
import { fail } from '../domain/order.errors.js';
import { ShipToQuery } from './ship-to.query.js';

const row = z.object({ seller_id: z.uuid() });

/** From which door to which the parcel of an order goes. */
@Injectable()
export class OrderDoorsQuery implements OnModuleInit {
  constructor(
    private readonly knownDoors: KnownDoors,
    private readonly shipTo: ShipToQuery,
    private readonly sellers: SellersQuery,
  ) {}

  onModuleInit(): void {
    this.knownDoors.askFor('order', (tx, orderId) => this.of(tx, orderId));
  }

  /** The maker's workshop and the shopper's door. @throws order_not_found @rule S-63 */
  async of(tx: Tx, orderId: string): Promise<Doors> {
    const order = await tx.maybe(row, `select seller_id from orders."order" where id = $1`, [orderId]);
    if (!order) throw fail('order_not_found');
    const { name, line, place } = await this.sellers.pickupAddress(tx, order.seller_id);
    const to = await this.shipTo.ofOrder(tx, orderId);
    return {
      from: { name, line: `${line}, ${place}` },
      to: to && { name: to.name, line: to.street, mobile: to.mobile },
    };
  }
}

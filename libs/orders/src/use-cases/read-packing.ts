import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { OrdersQuery } from '../data/orders.query.js';
import { PackingQuery } from '../data/packing.query.js';
import { fail } from '../domain/order.errors.js';
import type { PackList, PickList } from '../domain/packing.js';

@Injectable()
export class ReadPacking {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: OrdersQuery,
    private readonly packing: PackingQuery,
  ) {}

  /** What the maker takes from her shelf for all orders that she has not packed yet. @rule SM-4 S-42 */
  shelf(): Promise<PickList> {
    return this.work.run(async (tx) => ({
      ...(await this.packing.shelf(tx, tx.actor.organisationId!)),
      at: tx.now,
    }));
  }

  /**
   * What goes into the parcel of an order, with the words of a gift; neither prices nor where it goes.
   * @throws order_not_found, also for another's · nothing_to_pack
   * @rule SM-4 S-42
   */
  parcel(orderId: string): Promise<PackList> {
    return this.work.run(async (tx) => {
      const order = await this.orders.byId(tx, orderId);
      if (order.seller_id !== tx.actor.organisationId) throw fail('order_not_found');
      const isToPack = ['confirmed', 'packed'].includes(order.state);
      if (!isToPack || order.held_why !== null) throw fail('nothing_to_pack');
      const lines = await this.packing.parcel(tx, orderId);
      return { ...order, lines, weight_g: lines.reduce((sum, line) => sum + line.weight_g, 0), at: tx.now };
    });
  }
}

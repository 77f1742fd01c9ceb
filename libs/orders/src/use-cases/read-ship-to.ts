import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { OrdersQuery } from '../data/orders.query.js';
import { ShipToQuery } from '../data/ship-to.query.js';
import { fail } from '../domain/order.errors.js';
import { isCarried } from '../domain/order.states.js';
import type { Destination, ShipTo } from '../domain/ship-to.js';

@Injectable()
export class ReadShipTo {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: OrdersQuery,
    private readonly shipTo: ShipToQuery,
  ) {}

  /**
   * Where the maker sends an order of hers: from when she took it until it has arrived, and each look is written down.
   * Of the mobile number she is shown how it ends; the courier that was booked has all of it.
   * @throws order_not_found, also for another's · address_closed
   * @rule SM-4 S-42 S-63
   */
  run(orderId: string): Promise<Omit<ShipTo & Destination, 'mobile' | 'gstin'> & { mobileEnding: string }> {
    return this.work.run(async (tx) => {
      const order = await this.orders.byId(tx, orderId);
      if (order.seller_id !== tx.actor.organisationId) throw fail('order_not_found');
      if (!isCarried(order.state)) throw fail('address_closed', { why: 'not_now' });
      const opened = await this.shipTo.ofOrder(tx, orderId);
      if (!opened) throw fail('address_closed', { why: 'erased' });
      tx.audit({ action: 'orders.address_read', object: { kind: 'order', id: orderId } });
      const { mobile, gstin: _, ...to } = opened;
      return { ...to, mobileEnding: mobile.slice(-4) };
    });
  }
}

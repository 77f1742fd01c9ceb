import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Orders } from '../data/orders.repository.js';
import { OrderDelivered } from '../domain/order.events.js';
import { parties } from '../domain/parties.js';

@Injectable()
export class FollowShipment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
  ) {}

  /** The parcel left the maker. @rule SM-4 */
  dispatched(orderId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      if (order.state !== 'confirmed' && order.state !== 'packed') return;
      if (order.state === 'confirmed') await this.orders.move(tx, order, 'pack');
      await this.orders.move(tx, { ...order, state: 'packed' }, 'hand_over');
    });
  }

  /** The parcel arrived: the return window begins. @rule SM-4 */
  delivered(orderId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      if (order.state !== 'shipped') return;
      await this.orders.move(tx, order, 'deliver');
      tx.emit(OrderDelivered, { ...parties(order), deliveredAt: tx.now.toISOString() });
    });
  }
}

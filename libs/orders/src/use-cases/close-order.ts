import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { Orders, type Order } from '../data/orders.repository.js';
import { OrderClosed } from '../domain/order.events.js';
import { parties } from '../domain/parties.js';

@Injectable()
export class CloseOrder {
  constructor(private readonly orders: Orders) {}

  /** The return window is over: nothing comes back any more, and the maker is to be paid for what stayed. @rule SM-4 */
  async inside(tx: Tx, order: Order): Promise<void> {
    await this.orders.move(tx, order, 'complete');
    tx.emit(OrderClosed, { ...parties(order), amount_paise: Number(order.total_paise - order.refunded_paise) });
  }
}

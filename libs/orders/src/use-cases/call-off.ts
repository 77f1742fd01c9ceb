import { Injectable } from '@nestjs/common';
import { ReleaseStock, RestoreStock } from '#catalogue';
import type { Tx } from '#platform/database';
import { Orders, type Order } from '../data/orders.repository.js';
import { OrderCancelled } from '../domain/order.events.js';
import type { OrderEvent } from '../domain/order.states.js';
import { parties } from '../domain/parties.js';

type Why = 'declined' | 'not_answered' | 'customer';

@Injectable()
export class CallOff {
  constructor(
    private readonly orders: Orders,
    private readonly releaseStock: ReleaseStock,
    private readonly restoreStock: RestoreStock,
  ) {}

  /**
   * Ends an order that will not be sent: the pieces are for sale again; what was paid goes back in full, told by the
   * news, because the maker's own transaction must not see the shopper's payment.
   * @rule SM-4
   */
  async inside(tx: Tx, order: Order, by: OrderEvent, why: Why, reason?: string): Promise<void> {
    const wasPaid = order.state !== 'pending_payment';
    await this.orders.move(tx, order, by, reason);
    await (wasPaid ? this.restoreStock : this.releaseStock).inside(tx, { kind: 'order', id: order.id });
    tx.emit(OrderCancelled, { ...parties(order), why, refund_paise: wasPaid ? Number(order.total_paise) : 0 });
  }
}

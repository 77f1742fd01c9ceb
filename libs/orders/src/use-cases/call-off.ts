import { Injectable } from '@nestjs/common';
import { ReleaseStock, RestoreStock } from '#catalogue';
import { CancelShipment } from '#fulfilment';
import type { Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { Orders, type Order } from '../data/orders.repository.js';
import { OrderCancelled } from '../domain/order.events.js';
import type { OrderEvent } from '../domain/order.states.js';
import { parties } from '../domain/parties.js';
import { GiveBack } from './give-back.js';

type Why = 'declined' | 'not_answered' | 'customer' | 'charged_back';

@Injectable()
export class CallOff {
  constructor(
    private readonly orders: Orders,
    private readonly giveBack: GiveBack,
    private readonly releaseStock: ReleaseStock,
    private readonly restoreStock: RestoreStock,
    private readonly cancelShipment: CancelShipment,
  ) {}

  /**
   * Ends an order that will not be sent: the pieces are for sale again; what was paid goes back in full, told by the
   * news, because the maker's own transaction must not see the shopper's payment. A parcel that is planned is not sent; one
   * that has left her keeps the order alive. What her bank took back already is not sent a second time.
   * @throws illegal_transition
   * @rule SM-4
   */
  async inside(tx: Tx, order: Order, by: OrderEvent, why: Why, reason?: string): Promise<void> {
    const wasPaid = order.state !== 'pending_payment';
    const cause: Cause = { kind: 'order', id: order.id };
    const ended = await this.orders.move(tx, order, by, reason);
    const kind = why === 'customer' || why === 'charged_back' ? 'cancelled' : 'not_accepted';
    const back_paise = wasPaid ? await this.giveBack.all(tx, ended, kind) : 0n;
    const refund_paise = why === 'charged_back' ? 0n : back_paise;
    await this.cancelShipment.inside(tx, cause);
    await (wasPaid ? this.restoreStock : this.releaseStock).inside(tx, cause);
    tx.emit(OrderCancelled, { ...parties(order), why, refund_paise: Number(refund_paise) });
  }
}

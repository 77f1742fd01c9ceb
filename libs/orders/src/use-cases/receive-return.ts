import { Injectable } from '@nestjs/common';
import { RestorePieces } from '#catalogue';
import { EndReturn } from '#fulfilment';
import { UnitOfWork, type Tx } from '#platform/database';
import { Orders, type Order } from '../data/orders.repository.js';
import { Returns } from '../data/returns.repository.js';
import { fail } from '../domain/order.errors.js';
import { OrderReturnReceived } from '../domain/order.events.js';
import { parties } from '../domain/parties.js';
import { named } from '../domain/pieces.js';

/** How goods came back, when it was not their maker who said so. */
interface CameBack {
  resellable: boolean;
  by?: 'receive_return' | 'lose_return';
  reason?: string;
  /** What the desk says of it. */
  decision?: string;
}

@Injectable()
export class ReceiveReturn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly returns: Returns,
    private readonly restorePieces: RestorePieces,
    private readonly endReturn: EndReturn,
  ) {}

  /**
   * What was sent back is with its maker again, whoever brought it; the refund follows by the news.
   * @param resellable  whether it goes back on sale; the shopper gets her money either way
   * @throws order_not_found · illegal_transition
   * @rule SM-4 S-4
   */
  run(orderId: string, resellable: boolean): Promise<void> {
    return this.work.run(async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      if (order.seller_id !== tx.actor.organisationId) throw fail('order_not_found');
      await this.inside(tx, order, { resellable });
    });
  }

  /** The same when the clock, the desk or the courier says so. @throws illegal_transition @rule SM-4 S-4 */
  async inside(tx: Tx, order: Order, { resellable, by = 'receive_return', ...said }: CameBack): Promise<void> {
    await this.orders.move(tx, order, by, said.decision ?? said.reason);
    const request = await this.returns.become(tx, order.id, 'received', { ...said, resellable });
    await this.endReturn.inside(tx, request.id, 'deliver');
    if (resellable) {
      const back = named(await this.orders.lines(tx, order.id), request.lines);
      await this.restorePieces.inside(
        tx,
        { kind: 'order', id: order.id },
        back.map(({ line, pieces }) => ({ offerId: line.offer_id, quantity: pieces })),
      );
    }
    tx.emit(OrderReturnReceived, parties(order));
  }
}

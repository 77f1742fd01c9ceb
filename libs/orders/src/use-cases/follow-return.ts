import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { sumPaise } from '#platform/money';
import { Orders, type Order } from '../data/orders.repository.js';
import { Returns, type ReturnRequest } from '../data/returns.repository.js';
import { OrderReturnArrived, OrderReturnLost } from '../domain/order.events.js';
import { parties } from '../domain/parties.js';
import { named } from '../domain/pieces.js';
import { ReceiveReturn } from './receive-return.js';

@Injectable()
export class FollowReturn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly returns: Returns,
    private readonly receiveReturn: ReceiveReturn,
  ) {}

  /** A courier brought it to the maker: her clock starts. News of a return that is over changes nothing. @rule SM-4 S-19 */
  arrived(orderId: string, returnId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const found = await this.underWay(tx, orderId, returnId);
      if (found === null) return;
      await this.orders.move(tx, found.order, 'arrive_back');
      tx.emit(OrderReturnArrived, parties(found.order));
    });
  }

  /**
   * The courier lost it, or broke it: the shopper has done her part and gets what she was promised, and nothing of it is for
   * sale again.
   * @rule SM-4 S-19
   */
  lost(orderId: string, returnId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const found = await this.underWay(tx, orderId, returnId);
      if (found === null) return;
      const { order, request } = found;
      const pieces = named(await this.orders.lines(tx, orderId), request.lines);
      const goods_paise = Number(sumPaise(pieces.map((one) => one.line.price_paise * BigInt(one.pieces))));
      await this.receiveReturn.inside(tx, order, {
        resellable: false,
        by: 'lose_return',
        reason: 'lost on the way back',
      });
      tx.emit(OrderReturnLost, { ...parties(order), requestId: returnId, goods_paise });
    });
  }

  private async underWay(
    tx: Tx,
    orderId: string,
    returnId: string,
  ): Promise<{ order: Order; request: ReturnRequest } | null> {
    const order = await this.orders.lock(tx, orderId);
    if (order.state !== 'return_in_transit') return null;
    const request = await this.returns.current(tx, orderId);
    return request.id === returnId ? { order, request } : null;
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { LineChanges } from '../data/line-changes.repository.js';
import { Orders } from '../data/orders.repository.js';
import { Returns } from '../data/returns.repository.js';
import { OrderLinesGone } from '../domain/order.events.js';
import { parties } from '../domain/parties.js';
import { isAll, named } from '../domain/pieces.js';
import { CarriageBack } from './carriage-back.js';
import { CloseOrder } from './close-order.js';
import { MakeExchange } from './make-exchange.js';
import { RefundOrder } from './refund-order.js';

@Injectable()
export class SettleReturn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly returns: Returns,
    private readonly changes: LineChanges,
    private readonly closeOrder: CloseOrder,
    private readonly makeExchange: MakeExchange,
    private readonly refundOrder: RefundOrder,
    private readonly carriageBack: CarriageBack,
  ) {}

  /**
   * What came back is exchanged as it was approved, else refunded, its exact part of goods, discounts and tax; the carriage too,
   * where the policy of the day she ordered gives it back for her reason. When nothing is left the order ends; where the carriage stays it ends as completed, and the
   * maker is paid for it: her refund is asked for first.
   * Told twice, it does nothing.
   * @rule SM-4 
   */
  run(orderId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      if (order.state !== 'return_accepted') return;
      if (await this.makeExchange.inside(tx, order, await this.returns.current(tx, orderId))) return;
      const request = await this.returns.become(tx, orderId, 'refunded');
      const lines = await this.orders.lines(tx, orderId);
      const gone = named(lines, request.lines);
      const withFreight = this.carriageBack.goesBack(request.reason, order);
      const change = await this.changes.add(tx, order, gone, { kind: 'returned', withFreight });
      const refund = { changeId: change.changeId, why: 'returned', refund_paise: Number(change.refund_paise) } as const;
      await this.refundOrder.ofChange({ ...parties(order), ...refund });
      const isOver = isAll(lines, gone);
      if (isOver && change.order.refunded_paise === order.total_paise) {
        await this.orders.move(tx, change.order, 'refund');
      } else {
        const kept = await this.orders.move(tx, change.order, 'refund_part');
        if (isOver) await this.closeOrder.inside(tx, kept);
      }
      tx.emit(OrderLinesGone, {
        ...{ ...parties(order), ...refund, isAsked: true },
        pieces: gone.reduce((sum, { pieces }) => sum + pieces, 0),
      });
    });
  }
}

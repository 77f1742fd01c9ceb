import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RoadPapers, type MissingPaper } from '#fulfilment';
import type { Tx } from '#platform/database';
import { EWayGate } from '#tax';
import { BillOrder } from '../use-cases/bill-order.js';
import { Orders } from './orders.repository.js';

/** Without which papers the parcel of an order must not leave. */
@Injectable()
export class OrderPapersQuery implements OnModuleInit {
  constructor(
    private readonly roadPapers: RoadPapers,
    private readonly orders: Orders,
    private readonly billOrder: BillOrder,
    private readonly eWayGate: EWayGate,
  ) {}

  onModuleInit(): void {
    this.roadPapers.askFor('order', (tx, orderId) => this.missing(tx, orderId));
  }

  /** Holds the order's row, so that it is not packed meanwhile. @rule SM-5 */
  async missing(tx: Tx, orderId: string): Promise<MissingPaper | null> {
    const order = await this.orders.lock(tx, orderId);
    if (order.state !== 'confirmed')
      return (await this.eWayGate.isMissing(tx, { kind: 'order', id: orderId })) ? 'not_made' : null;
    const goods = await this.billOrder.goodsOf(tx, order);
    return goods !== null && this.eWayGate.willNeed(tx, goods) ? 'not_packed' : null;
  }
}

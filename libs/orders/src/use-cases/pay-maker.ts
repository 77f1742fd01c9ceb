import { Injectable } from '@nestjs/common';
import { SchedulePayout } from '#payments';
import { UnitOfWork } from '#platform/database';
import { Orders } from '../data/orders.repository.js';

@Injectable()
export class PayMaker {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly schedulePayout: SchedulePayout,
  ) {}

  /** A closed order's money goes from escrow to its maker. @rule */
  run(orderId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      await this.schedulePayout.inside(tx, {
        cause: { kind: 'order', id: order.id },
        paidFor: { kind: 'checkout', id: order.checkout_id },
        sellerId: order.seller_id,
        amount_paise: order.total_paise,
      });
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { Cash } from '../data/cash.repository.js';
import { Payments } from '../data/payments.repository.js';

@Injectable()
export class EndCash {
  constructor(
    private readonly payments: Payments,
    private readonly cash: Cash,
  ) {}

  /**
   * Nothing of a payment is due at a door or with a courier any more: it is captured, or void when nothing was collected at
   * all.
   * @rule SM-6
   */
  async inside(tx: Tx, paymentId: string): Promise<void> {
    const payment = await this.payments.lock(tx, paymentId);
    if (payment.state !== 'due_on_delivery') return;
    const all = await this.cash.ofPayment(tx, paymentId);
    if (all.some((cash) => cash.status === 'due' || cash.status === 'collected')) return;
    await this.payments.move(tx, payment, all.some((cash) => cash.status === 'remitted') ? 'remit' : 'void');
  }
}

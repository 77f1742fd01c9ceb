import { Injectable } from '@nestjs/common';
import { ReleaseStock } from '#catalogue';
import { EndReturn } from '#fulfilment';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { assertFreshSecondFactor } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { Orders, type Order } from '../data/orders.repository.js';
import { Returns } from '../data/returns.repository.js';
import { fail } from '../domain/order.errors.js';
import { OrderReturnDecided } from '../domain/order.events.js';
import { parties } from '../domain/parties.js';
import type { ReturnOutcome } from '../domain/return-request.js';
import { ReceiveReturn } from './receive-return.js';

@Injectable()
export class DecideReturn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly returns: Returns,
    private readonly receiveReturn: ReceiveReturn,
    private readonly endReturn: EndReturn,
    private readonly releaseStock: ReleaseStock,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * The payments desk decides about goods that should be back long since, or of which their maker says that it is not them: they
   * were received, and the shopper gets her money, or the return is ended and the order goes on as it was. Both sides are told.
   * @param reason  what both sides and the auditor read
   * @throws order_not_found (404) · return_not_under_way, return_not_overdue, illegal_transition (409) · second_factor_needed (403)
   * @rule SM-4  S-28
   */
  run(orderId: string, outcome: ReturnOutcome, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      assertFreshSecondFactor(tx.actor, new Date());
      await seeingAll(tx, () => this.decide(tx, orderId, outcome, reason));
    });
  }

  private async decide(tx: Tx, orderId: string, outcome: ReturnOutcome, decision: string): Promise<void> {
    const order = await this.orders.lock(tx, orderId);
    await this.assertIsOurs(tx, order);
    if (outcome === 'received') await this.receiveReturn.inside(tx, order, { resellable: false, decision });
    else await this.end(tx, order, decision);
    tx.emit(OrderReturnDecided, { ...parties(order), outcome });
  }

  private async end(tx: Tx, order: Order, decision: string): Promise<void> {
    await this.orders.move(tx, order, 'end_return', decision);
    const { id, exchangeOrderId } = await this.returns.become(tx, order.id, 'ended', { decision });
    await this.endReturn.inside(tx, id, 'call_off');
    if (exchangeOrderId !== null) await this.releaseStock.inside(tx, { kind: 'order', id: exchangeOrderId });
  }

  /** While it may still come by itself the desk waits; what lies with its maker it may decide at once. */
  private async assertIsOurs(tx: Tx, order: Order): Promise<void> {
    if (order.state === 'return_delivered') return;
    if (order.state !== 'return_in_transit') throw fail('return_not_under_way');
    const until = this.policy.deadline('retail.return_transit_days', await this.orders.since(tx, order.id));
    if (until > tx.now) throw fail('return_not_overdue', { until: until.toISOString() });
  }
}

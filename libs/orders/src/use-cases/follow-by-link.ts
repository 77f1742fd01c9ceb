import { Injectable } from '@nestjs/common';
import { guestActor } from '#identity';
import { UnitOfWork } from '#platform/database';
import { currentContext, runInContext } from '#platform/observability';
import { FollowedOrderQuery, type FollowedOrder } from '../data/followed-order.query.js';
import { fail } from '../domain/order.errors.js';
import { OrderLinks } from './order-links.js';

@Injectable()
export class FollowByLink {
  constructor(
    private readonly work: UnitOfWork,
    private readonly links: OrderLinks,
    private readonly orders: FollowedOrderQuery,
  ) {}

  /** A guest's order, for whoever has its link. @throws order_not_found, also for a link we never gave @rule S-36 S-42 */
  async run(link: string): Promise<FollowedOrder> {
    const orderId = this.links.orderOf(link);
    const found = orderId && (await this.work.run((tx) => this.orders.of(tx, orderId)));
    if (!found) throw fail('order_not_found');
    return found;
  }

  /**
   * Does something with the order as the guest who bought it: who has the link may, until the goods are hers for good.
   * @throws order_not_found, and what is thrown by the act
   * @rule S-36
   */
  async as<T>(link: string, act: (orderId: string) => Promise<T>): Promise<T> {
    const { id, buyer_id } = await this.run(link);
    return runInContext({ ...currentContext(), actor: guestActor(buyer_id) }, () => act(id));
  }
}

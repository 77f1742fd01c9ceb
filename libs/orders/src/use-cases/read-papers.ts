import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { DocumentsQuery, type IssuedDocument } from '#tax';
import { OrdersQuery } from '../data/orders.query.js';
import { fail } from '../domain/order.errors.js';

@Injectable()
export class ReadPapers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: OrdersQuery,
    private readonly documents: DocumentsQuery,
  ) {}

  /** Invoice and credit notes of an order of the shopper's. @throws order_not_found, also for another's @rule S-42 */
  ofShopper(orderId: string): Promise<IssuedDocument[]> {
    return this.work.run(async (tx) => {
      const { id, buyer_id } = await this.orders.byId(tx, orderId);
      if (buyer_id !== tx.actor.personId) throw fail('order_not_found');
      return this.documents.ofCause(tx, { kind: 'order', id });
    });
  }

  /**
   * The same for its maker, whose books they are. They name who bought, for good, so each look is written down.
   * @throws order_not_found, also for another's
   * @rule S-42 S-63
   */
  ofMaker(orderId: string): Promise<IssuedDocument[]> {
    return this.work.run(async (tx) => {
      const { id, seller_id } = await this.orders.byId(tx, orderId);
      if (seller_id !== tx.actor.organisationId) throw fail('order_not_found');
      tx.audit({ action: 'orders.papers_read', object: { kind: 'order', id } });
      return this.documents.ofCause(tx, { kind: 'order', id });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { IssueCreditNote } from '#tax';
import { BilledLinesQuery } from '../data/billed-lines.query.js';
import { Orders } from '../data/orders.repository.js';

@Injectable()
export class CreditOrder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly lines: BilledLinesQuery,
    private readonly issueCreditNote: IssueCreditNote,
  ) {}

  /**
   * Pieces are gone from an order: each act that its invoice does not take into account already has a credit note. Told
   * twice, it does nothing; an order that was never packed has no invoice, and so no note.
   * @rule
   */
  run(orderId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const { id } = await this.orders.lock(tx, orderId);
      for (const act of await this.lines.gone(tx, id)) {
        await this.issueCreditNote.inside(tx, { cause: { kind: 'order', id }, ...act });
      }
    });
  }
}

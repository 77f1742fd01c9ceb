import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { Alarms, type Watched } from '#policy';
import { DocumentsQuery } from '../data/documents.query.js';
import { ewayBillStates } from '../domain/eway-bill.states.js';
import { EWayBillWaits } from '../domain/tax.events.js';

const watched: Watched = { table: 'tax.eway_bill', key: 'document_id', machine: ewayBillStates };

@Injectable()
export class AlarmEWayBill {
  constructor(
    private readonly work: UnitOfWork,
    private readonly alarms: Alarms,
    private readonly documents: DocumentsQuery,
  ) {}

  /** Goods past the alarm of their e-way bill. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.alarms.due(tx, watched, limit);
  }

  /** Tells maker and desk, once each time it comes into a state. Called by the clock. @rule */
  run(documentId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const late = await this.alarms.take(tx, watched, documentId);
      if (!late) return;
      const { number, seller_id } = await this.documents.known(tx, documentId);
      tx.emit(EWayBillWaits, { documentId, sellerId: seller_id, number, since: late.since.toISOString() });
    });
  }
}

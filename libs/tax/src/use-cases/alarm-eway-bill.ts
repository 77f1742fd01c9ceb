import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { Alarms, type Watched } from '#policy';
import { DocumentsQuery } from '../data/documents.query.js';
import { ewayBillStates } from '../domain/eway-bill.states.js';
import { EWayBillKept, EWayBillWaits } from '../domain/tax.events.js';

/** Said of one that is to be cancelled as long as nobody knows whether it is; it is tried further. */
const portalSilent = 'portal_silent';

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
      const paper = { documentId, sellerId: seller_id, number };
      if (late.state === 'cancelling') tx.emit(EWayBillKept, { ...paper, code: portalSilent });
      else tx.emit(EWayBillWaits, { ...paper, since: late.since.toISOString() });
    });
  }
}

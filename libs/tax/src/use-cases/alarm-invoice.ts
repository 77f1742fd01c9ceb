import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { Alarms, type Watched } from '#policy';
import { DocumentsQuery } from '../data/documents.query.js';
import { eInvoiceStates } from '../domain/e-invoice.states.js';
import { InvoiceWaits } from '../domain/tax.events.js';

const watched: Watched = { table: 'tax.e_invoice', key: 'document_id', machine: eInvoiceStates };

@Injectable()
export class AlarmInvoice {
  constructor(
    private readonly work: UnitOfWork,
    private readonly alarms: Alarms,
    private readonly documents: DocumentsQuery,
  ) {}

  /** Invoices past the alarm of their registration. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.alarms.due(tx, watched, limit);
  }

  /** Tells maker and desk, once each time it comes into a state. Called by the clock. @rule */
  run(documentId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const late = await this.alarms.take(tx, watched, documentId);
      if (!late) return;
      const { number, seller_id } = await this.documents.known(tx, documentId);
      tx.emit(InvoiceWaits, { documentId, sellerId: seller_id, number, since: late.since.toISOString() });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { hoursAfter } from '#platform/time';
import { DocumentsQuery } from '../data/documents.query.js';
import { EInvoices } from '../data/e-invoices.repository.js';
import { dayOf, inv01Types } from '../domain/inv01.js';
import { InvoiceCancelled } from '../domain/tax.events.js';
import { Irp } from '../ports/irp.js';

/** The portal lets a supplier cancel for a day; an hour more for its clock and ours. */
const cancelled_within_hours = 25;

@Injectable()
export class CheckRegistration {
  constructor(
    private readonly work: UnitOfWork,
    private readonly documents: DocumentsQuery,
    private readonly eInvoices: EInvoices,
    private readonly irp: Irp,
  ) {}

  /** Registered papers that cannot be cancelled any more, and were not looked up since. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.eInvoices.toCheck(tx, hoursAfter(tx.now, -cancelled_within_hours), limit);
  }

  /** Before a note is told to the portal: whether its invoice is still in force there. @rule */
  async beforeNote(noteId: string): Promise<void> {
    const invoiceId = await this.work.run((tx) => this.eInvoices.openInvoiceOf(tx, noteId));
    if (invoiceId !== null) await this.run(invoiceId);
  }

  /**
   * Asks the portal whether a paper it registered was cancelled there. If so its maker and the desk are told, once: here it
   * stays, since a paper is never void. Called by the clock when the day for it is over.
   * @rule STD-5.1
   */
  async run(documentId: string): Promise<void> {
    const asked = await this.work.run(async (tx) => {
      const { state, checked_at } = await this.eInvoices.lock(tx, documentId);
      return state === 'registered' && checked_at === null ? this.documents.known(tx, documentId) : null;
    });
    if (asked === null) return;
    const { gstin, kind, number, issued_at } = asked;
    const type = inv01Types[kind];
    assert(gstin && type, 'what is registered has a supplier and a type');
    const known = await this.irp.find({ gstin, type, number, date: dayOf(issued_at) });
    await this.work.run((tx) => this.settle(tx, documentId, known?.isCancelled ?? false));
  }

  private async settle(tx: Tx, documentId: string, isCancelled: boolean): Promise<void> {
    const eInvoice = await this.eInvoices.lock(tx, documentId);
    const isOver = eInvoice.state_since <= hoursAfter(tx.now, -cancelled_within_hours);
    if (eInvoice.checked_at !== null || !(isCancelled || isOver)) return;
    await this.eInvoices.noteChecked(tx, eInvoice, isCancelled);
    if (!isCancelled) return;
    const { number } = await this.documents.known(tx, documentId);
    tx.audit({ action: 'tax.invoice_cancelled', object: { kind: 'tax.document', id: documentId } });
    tx.emit(InvoiceCancelled, { documentId, sellerId: eInvoice.seller_id, number });
  }
}

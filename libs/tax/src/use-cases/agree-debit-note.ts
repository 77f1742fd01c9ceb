import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { assertFreshSecondFactor, canonicalJson, newId } from '#platform/kernel';
import { financialYear } from '#platform/time';
import { DebitRequests, type DebitRequest } from '../data/debit-requests.repository.js';
import type { IssuedDocument } from '../data/documents.query.js';
import { Documents, type Issued } from '../data/documents.repository.js';
import { agreeing } from '../domain/debit-request.js';
import { saysNothingOfPayment, sumOf, type DocumentLine } from '../domain/document.js';
import { taxOf } from '../domain/line-tax.js';
import { fail } from '../domain/tax.errors.js';
import { DebitNoteIssued } from '../domain/tax.events.js';
import { asText, WorkOutDebit } from './work-out-debit.js';

@Injectable()
export class AgreeDebitNote {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: DebitRequests,
    private readonly documents: Documents,
    private readonly workOut: WorkOutDebit,
  ) {}

  /**
   * A second person of the desk agrees: the note is issued, of today, as the request shows it. Nobody pays anything more, so
   * no money moves; its maker is told.
   * @throws debit_request_unknown (404), debit_request_settled, debit_changed_since (409), own_debit_request,
   *         debit_needs_person, second_factor_needed (403), and what `WorkOutDebit` refuses
   * @rule  S-28
   */
  run(id: string): Promise<DebitRequest> {
    return this.work.run((tx) => {
      assertFreshSecondFactor(tx.actor, new Date());
      return seeingAll(tx, () => this.inside(tx, id));
    });
  }

  private async inside(tx: Tx, id: string): Promise<DebitRequest> {
    const request = await this.requests.lock(tx, id);
    const by = agreeing(request, tx.actor);
    const { invoice, lines } = await this.workOut.of(tx, request.document_id, request.wishes);
    if (canonicalJson(asText(lines)) !== canonicalJson(request.lines)) throw fail('debit_changed_since');
    const note = await this.issue(tx, { request, invoice, lines });
    await this.requests.decide(tx, id, { state: 'issued', by, reason: null, noteId: note.id });
    tx.audit({
      action: 'tax.debit_note_issued',
      object: { kind: 'tax.document', id: note.id },
      after: { number: note.number, request_id: id },
      reason: request.reason,
    });
    tx.emit(DebitNoteIssued, {
      ...{ documentId: note.id, sellerId: invoice.seller_id, number: note.number, invoice: invoice.number },
      tax_paise: Number(taxOf(sumOf(lines))),
    });
    return this.requests.byId(tx, id);
  }

  /** Parties and standing are those of the invoice; their names stand there, sealed. */
  private issue(
    tx: Tx,
    { request, invoice, lines }: { request: DebitRequest; invoice: IssuedDocument; lines: DocumentLine[] },
  ): Promise<Issued> {
    const { issuer, seller_id, recipient_id, cause_kind, cause_id, supply, from_state, to_state } = invoice;
    const { seller_gst, gstin, recipient_gstin } = invoice;
    return this.documents.add(
      tx,
      {
        ...{ id: newId(), kind: 'debit_note', issuer, financial_year: financialYear(tx.now), issued_at: tx.now },
        ...{ seller_id, recipient_id, cause_kind, cause_id, supply, from_state, to_state },
        ...{ seller_gst, gstin, recipient_gstin, change_id: request.id, corrects_id: invoice.id, counted_changes: [] },
        ...{ ...saysNothingOfPayment, supplier_sealed: null, recipient_sealed: null },
      },
      lines,
    );
  }
}

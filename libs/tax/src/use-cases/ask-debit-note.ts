import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { DebitRequests, type DebitRequest } from '../data/debit-requests.repository.js';
import { officerOf, type debitWish } from '../domain/debit-request.js';
import { fail } from '../domain/tax.errors.js';
import { asText, WorkOutDebit } from './work-out-debit.js';

/** What an invoice said too little, and why somebody says so. */
export interface AskedDebit {
  documentId: string;
  wishes: z.infer<typeof debitWish>[];
  /** At least ten letters. */
  reason: string;
}

@Injectable()
export class AskDebitNote {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: DebitRequests,
    private readonly workOut: WorkOutDebit,
  ) {}

  /**
   * One of the payments desk says what an invoice said too little. Nothing is issued until another agrees; what the note will
   * say is worked out now, for her to read.
   * @throws debit_needs_person (403), debit_asked_already (409), and what `WorkOutDebit` refuses
   * @rule S-28
   */
  run(asked: AskedDebit): Promise<DebitRequest> {
    return this.work.run((tx) => seeingAll(tx, () => this.inside(tx, asked)));
  }

  private async inside(tx: Tx, { documentId, wishes, reason }: AskedDebit): Promise<DebitRequest> {
    const asked_by = officerOf(tx.actor);
    const { invoice, lines } = await this.workOut.of(tx, documentId, wishes);
    const { number } = invoice;
    // Whoever else asks for one of this invoice waits for us: see `correctAlone`.
    if (await this.requests.isOpen(tx, documentId)) throw fail('debit_asked_already', { number });
    const id = newId();
    await this.requests.add(tx, {
      ...{ id, document_id: documentId, seller_id: invoice.seller_id, wishes, lines: asText(lines), reason },
      ...{ state: 'asked', asked_by, asked_at: tx.now, decided_by: null, decided_at: null, decision_reason: null },
    });
    const after = { document_id: documentId, number };
    tx.audit({ action: 'tax.debit_note_asked', object: { kind: 'tax.debit_request', id }, after, reason });
    return this.requests.byId(tx, id);
  }
}

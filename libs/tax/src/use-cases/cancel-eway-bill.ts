import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { DocumentsQuery } from '../data/documents.query.js';
import { EWayBills, type EWayBill } from '../data/eway-bills.repository.js';
import { eWayRequestOf, type EWayRequest } from '../domain/eway-request.js';
import { EWayBillKept } from '../domain/tax.events.js';
import { EWayBillRefusedThere, EWayPortal } from '../ports/eway-portal.js';

/** A call that asked for one may be under way still; longer than it may last. */
const underWay_ms = 60_000;

/** By its number; or by its paper where the portal may have made one whose number never came. */
type Claimed = { number: string } | { asked: EWayRequest; isSettled: boolean };

@Injectable()
export class CancelEWayBill {
  constructor(
    private readonly work: UnitOfWork,
    private readonly documents: DocumentsQuery,
    private readonly bills: EWayBills,
    private readonly portal: EWayPortal,
  ) {}

  /**
   * Claim, call, settle: the e-way bill of goods that will not move is cancelled at the portal. One that was asked for without an
   * answer is looked for first. What the portal refuses is kept with its code and told to maker and desk. Done already, it
   * does nothing.
   * @throws what the portal did not answer, so that the queue tries again
   * @rule STD-5.2 S-13
   */
  async run({ documentId }: { documentId: string }): Promise<void> {
    const claimed = await this.work.run((tx) => this.claim(tx, documentId));
    if (claimed === null) return;
    try {
      const number = 'number' in claimed ? claimed.number : await this.numberOf(claimed);
      if (number !== null) await this.portal.cancel(number);
      await this.work.run((tx) => this.settle(tx, documentId));
    } catch (error) {
      if (!(error instanceof EWayBillRefusedThere)) throw error;
      await this.work.run((tx) => this.keep(tx, documentId, error.code));
    }
  }

  private async claim(tx: Tx, documentId: string): Promise<Claimed | null> {
    const bill = await this.bills.lock(tx, documentId);
    if (bill.state !== 'cancelling') return null;
    if (bill.number !== null) return { number: bill.number };
    if (bill.asked_at === null) return this.never(tx, bill);
    const document = await this.documents.known(tx, documentId);
    const { supplier, recipient } = document;
    if (supplier === null || recipient === null) return this.refuse(tx, bill, 'names_gone');
    const isSettled = tx.now.getTime() - bill.state_since.getTime() >= underWay_ms;
    return { asked: eWayRequestOf({ ...document, supplier, recipient }), isSettled };
  }

  /** @returns null: the portal has none in force */
  private async numberOf({ asked, isSettled }: Extract<Claimed, { asked: EWayRequest }>): Promise<string | null> {
    const known = await this.portal.find(asked);
    if (known === null && !isSettled) throw new Error('an e-way bill may be on its way; ask again');
    return known === null || known.isCancelled ? null : known.number;
  }

  /** The portal was never asked for it. */
  private async never(tx: Tx, bill: EWayBill): Promise<null> {
    await this.bills.move(tx, bill, 'cancel');
    return null;
  }

  private async settle(tx: Tx, documentId: string): Promise<void> {
    const bill = await this.bills.lock(tx, documentId);
    if (bill.state !== 'cancelling') return;
    await this.bills.move(tx, bill, 'cancel');
    tx.audit({ action: 'tax.eway_bill_cancelled', object: { kind: 'tax.document', id: documentId } });
  }

  private async keep(tx: Tx, documentId: string, code: string): Promise<void> {
    const bill = await this.bills.lock(tx, documentId);
    if (bill.state === 'cancelling') await this.refuse(tx, bill, code);
  }

  private async refuse(tx: Tx, bill: EWayBill, code: string): Promise<null> {
    await this.bills.move(tx, bill, 'keep', { refusal: code });
    const { number } = await this.documents.known(tx, bill.document_id);
    tx.emit(EWayBillKept, { documentId: bill.document_id, sellerId: bill.seller_id, number, code });
    return null;
  }
}

import { Injectable } from '@nestjs/common';
import { PincodesQuery } from '#odop';
import { UnitOfWork, type Tx } from '#platform/database';
import { gstCodeOf } from '#platform/identifiers';
import { istDay } from '#platform/time';
import { PolicyQuery } from '#policy';
import { DocumentsQuery } from '../data/documents.query.js';
import { EWayBills, type EWayBill } from '../data/eway-bills.repository.js';
import { eWayFaultsOf } from '../domain/eway-checks.js';
import { validDays } from '../domain/eway-need.js';
import { eWayRequestOf, type EWayRequest } from '../domain/eway-request.js';
import { EWayBillRefused } from '../domain/tax.events.js';
import { EWayBillKnown, EWayBillRefusedThere, EWayPortal, type KnownEWayBill } from '../ports/eway-portal.js';

interface Claimed {
  asked: EWayRequest;
  irn: string | null;
  /** The portal was asked before, and may have made it although we never heard. */
  wasAsked: boolean;
}

/** The portal has made one of another paper under this number. */
const knowsAnother = '604';

@Injectable()
export class MakeEWayBill {
  constructor(
    private readonly work: UnitOfWork,
    private readonly documents: DocumentsQuery,
    private readonly bills: EWayBills,
    private readonly pincodes: PincodesQuery,
    private readonly policy: PolicyQuery,
    private readonly portal: EWayPortal,
  ) {}

  /**
   * Claim, call, settle: looked over, asked for at the portal, its number kept. Where a call before was never answered the portal is
   * asked first what it has made; a "duplicate" is looked up and held against our paper. A refusal is told to the maker and the
   * desk. Of an invoice that must be registered none is asked for before it is. Done already, it does nothing.
   * @throws what the portal did not answer, so that the queue tries again
   * @rule STD-5.2 S-13
   */
  async run({ documentId }: { documentId: string }): Promise<void> {
    const claimed = await this.work.run((tx) => this.claim(tx, documentId));
    if (claimed === null) return;
    try {
      const made = await this.made(claimed);
      await this.work.run((tx) => this.settle(tx, documentId, made));
    } catch (error) {
      if (!(error instanceof EWayBillRefusedThere)) throw error;
      await this.work.run((tx) => this.refuse(tx, documentId, error.code));
    }
  }

  private async claim(tx: Tx, documentId: string): Promise<Claimed | null> {
    const bill = await this.bills.lock(tx, documentId);
    const document = await this.documents.known(tx, documentId);
    const { supplier, recipient, eInvoice, registration } = document;
    if (bill.state !== 'waiting' || (eInvoice !== null && registration === null)) return null;
    if (supplier === null || recipient === null) return this.hold(tx, bill, 'names_gone');
    const asked = eWayRequestOf({ ...document, supplier, recipient });
    const [fault] = eWayFaultsOf(asked, {
      today: istDay(tx.now),
      doc_age_days: this.policy.at('ewb.doc_age_days', tx.now),
      pinStates: {
        seller: await this.stateOf(tx, supplier.pincode),
        buyer: await this.stateOf(tx, recipient.pincode),
      },
    });
    if (fault !== undefined) return this.hold(tx, bill, fault);
    await this.bills.noteAsked(tx, bill);
    return { asked, irn: registration?.irn ?? null, wasAsked: bill.asked_at !== null };
  }

  /** GST code of the State where a PIN code lies. */
  private async stateOf(tx: Tx, pincode: string): Promise<string | null> {
    const found = await this.pincodes.pincode(pincode, tx);
    return found && gstCodeOf(found.state_code);
  }

  /** Nothing is asked for that would be refused. */
  private async hold(tx: Tx, bill: EWayBill, code: string): Promise<null> {
    await this.refused(tx, bill, code);
    return null;
  }

  private async made({ asked, irn, wasAsked }: Claimed): Promise<KnownEWayBill> {
    const found = wasAsked ? await this.portal.find(asked) : null;
    const known = found?.isCancelled ? null : found;
    const made =
      known ??
      (await this.portal.make(asked, irn).catch(async (error: unknown) => {
        if (!(error instanceof EWayBillKnown)) throw error;
        return this.portal.find(asked);
      }));
    if (made === null || made.totInvValue !== asked.totInvValue) throw new EWayBillRefusedThere(knowsAnother);
    return made;
  }

  private async settle(tx: Tx, documentId: string, made: KnownEWayBill): Promise<void> {
    const bill = await this.bills.lock(tx, documentId);
    if (bill.state !== 'waiting') return;
    const { number, madeAt: made_at, distance_km } = made;
    const valid_days = validDays(distance_km, this.policy.at('ewb.km_per_day', made_at));
    await this.bills.move(tx, bill, 'make', { number, made_at, distance_km, valid_days });
    tx.audit({ action: 'tax.eway_bill_made', object: { kind: 'tax.document', id: documentId } });
  }

  private async refuse(tx: Tx, documentId: string, code: string): Promise<void> {
    const bill = await this.bills.lock(tx, documentId);
    if (bill.state === 'waiting') await this.refused(tx, bill, code);
  }

  private async refused(tx: Tx, bill: EWayBill, code: string): Promise<void> {
    await this.bills.move(tx, bill, 'refuse', { refusal: code });
    const { number } = await this.documents.known(tx, bill.document_id);
    tx.emit(EWayBillRefused, { documentId: bill.document_id, sellerId: bill.seller_id, number, code });
  }
}

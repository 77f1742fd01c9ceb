import { Injectable } from '@nestjs/common';
import { PincodesQuery } from '#odop';
import { SubjectKeys } from '#platform/crypto';
import { UnitOfWork, type Tx } from '#platform/database';
import { gstCodeOf } from '#platform/identifiers';
import { assert } from '#platform/kernel';
import { financialYear, istDay } from '#platform/time';
import { DocumentsQuery, type IssuedDocument } from '../data/documents.query.js';
import { EInvoices, type EInvoice } from '../data/e-invoices.repository.js';
import { EWayBills } from '../data/eway-bills.repository.js';
import { paperKeyOf } from '../domain/document-parties.js';
import { signedOf, type Signed } from '../domain/e-invoice.states.js';
import { faultsOf } from '../domain/inv01-checks.js';
import { inv01Of, type Inv01, type TaxPaperBetweenRegistered } from '../domain/inv01.js';
import { PrintDocumentJob } from '../domain/print.jobs.js';
import { isOf } from '../domain/registered.js';
import { InvoiceRefused } from '../domain/tax.events.js';
import { Irp, IrpKnowsIt, IrpRefused, type Registered } from '../ports/irp.js';
import { CheckRegistration } from './check-registration.js';
import { taxConfig } from '../tax.config.js';

interface Claimed {
  document: IssuedDocument;
  invoice: Inv01;
  /** The portal was asked before, and may know it although we never heard. */
  wasAsked: boolean;
}

/** The portal knows another invoice under its number. */
const knowsAnother = '2150';
/** It was registered, and its supplier cancelled it there. */
const wasCancelled = '2278';

@Injectable()
export class RegisterInvoice {
  constructor(
    private readonly work: UnitOfWork,
    private readonly documents: DocumentsQuery,
    private readonly eInvoices: EInvoices,
    private readonly eWayBills: EWayBills,
    private readonly keys: SubjectKeys,
    private readonly pincodes: PincodesQuery,
    private readonly irp: Irp,
    private readonly checkRegistration: CheckRegistration,
  ) {}

  /**
   * Claim, call, settle: looked over, told to the portal and printed with what the portal signed. Where a call before was
   * never answered the portal is asked first what it knows; a "duplicate" is looked up and held against ours. A refusal is
   * told to the maker and the desk, with what to do; a note of an invoice that was cancelled there is not sent. Done already, it
   * does nothing.
   * @throws what the portal did not answer, so that the queue tries again
   * @rule STD-5.1 S-13
   */
  async run({ documentId }: { documentId: string }): Promise<void> {
    await this.checkRegistration.beforeNote(documentId);
    const claimed = await this.work.run((tx) => this.claim(tx, documentId));
    if (claimed === null) return;
    try {
      const registered = await this.told(claimed);
      await this.work.run((tx) => this.settle(tx, claimed.document, registered));
    } catch (error) {
      if (!(error instanceof IrpRefused)) throw error;
      await this.work.run((tx) => this.refuse(tx, documentId, error.code));
    }
  }

  private async claim(tx: Tx, documentId: string): Promise<Claimed | null> {
    const eInvoice = await this.eInvoices.lock(tx, documentId);
    if (eInvoice.state !== 'waiting') return null;
    const document = await this.documents.known(tx, documentId);
    const { supplier, recipient, gstin, recipient_gstin, corrects_id } = document;
    if (corrects_id !== null && (await this.eInvoices.isCancelled(tx, corrects_id)))
      return this.hold(tx, eInvoice, 'invoice_cancelled');
    assert(gstin && recipient_gstin, 'both parties of an e-invoice are registered');
    if (supplier === null || recipient === null) return this.hold(tx, eInvoice, 'name_too_short');
    const paper: TaxPaperBetweenRegistered = { ...document, supplier, recipient, gstin, recipient_gstin };
    const invoice = inv01Of(paper, taxConfig().PLATFORM_GSTIN ?? null);
    const [fault] = faultsOf(invoice, {
      today: istDay(tx.now),
      report_days: eInvoice.report_days,
      pinStates: {
        seller: await this.stateOf(tx, supplier.pincode),
        buyer: await this.stateOf(tx, recipient.pincode),
      },
    });
    if (fault !== undefined) return this.hold(tx, eInvoice, fault);
    await this.eInvoices.noteAsked(tx, eInvoice);
    return { document, invoice, wasAsked: eInvoice.asked_at !== null };
  }

  /** GST code of the State where a PIN code lies. */
  private async stateOf(tx: Tx, pincode: string): Promise<string | null> {
    const found = await this.pincodes.pincode(pincode, tx);
    return found && gstCodeOf(found.state_code);
  }

  /** Nothing is sent that would be refused. */
  private async hold(tx: Tx, eInvoice: EInvoice, code: string): Promise<null> {
    await this.refused(tx, eInvoice, code);
    return null;
  }

  private async told({ invoice, wasAsked }: Claimed): Promise<Registered> {
    const { SellerDtls: seller, DocDtls: doc } = invoice;
    const find = () => this.irp.find({ gstin: seller.Gstin, type: doc.Typ, number: doc.No, date: doc.Dt });
    const known = wasAsked ? await find() : null;
    const registered =
      known ??
      (await this.irp.register(invoice).catch(async (error: unknown) => {
        if (!(error instanceof IrpKnowsIt)) throw error;
        return find();
      }));
    if (registered?.isCancelled) throw new IrpRefused(wasCancelled);
    if (registered === null || !isOf(registered.qr, invoice)) throw new IrpRefused(knowsAnother);
    return registered;
  }

  private async settle(tx: Tx, document: IssuedDocument, registered: Registered): Promise<void> {
    const eInvoice = await this.eInvoices.lock(tx, document.id);
    if (eInvoice.state !== 'waiting') return;
    const year = document.corrects === null ? document.financial_year : financialYear(document.corrects.issued_at);
    const key = await this.keys.of(tx, paperKeyOf(document.issuer, year));
    const signed: Signed = { qr: registered.signedQr, invoice: registered.signedInvoice };
    await this.eInvoices.move(tx, eInvoice, 'register', {
      ...{ irn: registered.irn, ack_number: registered.ackNumber, acknowledged_at: registered.ackAt },
      signed_sealed: key.seal(signedOf(document.id), JSON.stringify(signed)),
    });
    tx.audit({ action: 'tax.invoice_registered', object: { kind: 'tax.document', id: document.id } });
    tx.enqueue(PrintDocumentJob, { documentId: document.id, edition: 'named' as const });
    await this.eWayBills.enqueue(tx, document.id);
  }

  private async refuse(tx: Tx, documentId: string, code: string): Promise<void> {
    const eInvoice = await this.eInvoices.lock(tx, documentId);
    if (eInvoice.state === 'waiting') await this.refused(tx, eInvoice, code);
  }

  private async refused(tx: Tx, eInvoice: EInvoice, code: string): Promise<void> {
    await this.eInvoices.move(tx, eInvoice, 'refuse', { refusal: code });
    const { number } = await this.documents.known(tx, eInvoice.document_id);
    tx.emit(InvoiceRefused, { documentId: eInvoice.document_id, sellerId: eInvoice.seller_id, number, code });
  }
}

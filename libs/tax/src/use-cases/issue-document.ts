import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SubjectKeys } from '#platform/crypto';
import type { Tx } from '#platform/database';
import { newId, type Cause } from '#platform/kernel';
import { financialYear } from '#platform/time';
import type { GstStatus } from '#sellers';
import { Documents, type Issued } from '../data/documents.repository.js';
import { EWayBills } from '../data/eway-bills.repository.js';
import { paperKeyOf, recipientOf, supplierOf } from '../domain/document-parties.js';
import { kindOf, type DocumentLine, type PaidWhen, type PaymentProof } from '../domain/document.js';
import { supplyBetween } from '../domain/supply.js';
import type { Recipient, Supplier } from '../domain/document-parties.js';

/** Goods that leave their maker, as her paper names them. */
export interface SuppliedGoods {
  cause: Cause;
  sellerId: string;
  recipientId: string;
  supplier: Supplier;
  /** State she sells from, and place of supply, `IN-BR`. */
  fromState: string;
  toState: string;
  /** Her standing when the tax was worked out, and her GSTIN; null: she has none. */
  sellerGst: GstStatus | null;
  gstin: string | null;
  /** Of a business that buys. */
  recipientGstin?: string;
  /** Where they go; null: the shopper was erased before they were packed. */
  recipient: Recipient | null;
  lines: readonly DocumentLine[];
  /** Left out: it is not known. */
  payment?: { when: PaidWhen; reference: string; proof?: PaymentProof };
  /** Acts upon the cause that these lines take into account already. */
  countedChanges: readonly string[];
}

const issuedRow = z.object({ id: z.uuid(), number: z.string() });

@Injectable()
export class IssueDocument {
  constructor(
    private readonly documents: Documents,
    private readonly keys: SubjectKeys,
    private readonly eWayBills: EWayBills,
  ) {}

  /**
   * The invoice or bill of supply of goods that leave their maker, in the caller's transaction; asked again for the same
   * cause it answers the one there is. Documents of one maker wait for each other: do it last.
   * @rule  S-61
   */
  async inside(tx: Tx, goods: SuppliedGoods): Promise<Issued> {
    const known = await tx.maybe(
      issuedRow,
      `select id, number from tax.document where cause_kind = $1 and cause_id = $2 and change_id is null`,
      [goods.cause.kind, goods.cause.id],
    );
    if (known) return known;
    const id = newId();
    const issuer = goods.gstin ?? goods.sellerId;
    const financial_year = financialYear(tx.now);
    const sealed = await this.sealed(tx, { id, issuer, financial_year }, goods);
    const document = {
      id,
      kind: kindOf(goods.sellerGst, goods.lines),
      issuer,
      financial_year,
      seller_id: goods.sellerId,
      recipient_id: goods.recipientId,
      cause_kind: goods.cause.kind,
      cause_id: goods.cause.id,
      change_id: null,
      corrects_id: null,
      counted_changes: [...goods.countedChanges],
      issued_at: tx.now,
      supply: supplyBetween(goods.fromState, goods.toState),
      from_state: goods.fromState,
      to_state: goods.toState,
      seller_gst: goods.sellerGst,
      gstin: goods.gstin,
      recipient_gstin: goods.recipientGstin ?? null,
      paid_when: goods.payment?.when ?? null,
      payment_reference: goods.payment?.reference ?? null,
      transaction_id: goods.payment?.proof?.transactionId ?? null,
      paid_by: goods.payment?.proof?.mode ?? null,
      paid_at: goods.payment?.proof?.at ?? null,
      ...sealed,
    };
    const issued = await this.documents.add(tx, document, goods.lines);
    await this.eWayBills.begin(tx, document, goods.lines);
    return issued;
  }

  /** Names and addresses, under the key of these papers: the law keeps them longer than an account lives. @rule S-63 S-66 */
  private async sealed(
    tx: Tx,
    of: { id: string; issuer: string; financial_year: string },
    { supplier, recipient }: SuppliedGoods,
  ) {
    const key = await this.keys.of(tx, paperKeyOf(of.issuer, of.financial_year));
    return {
      supplier_sealed: key.seal(supplierOf(of.id), JSON.stringify(supplier)),
      recipient_sealed: recipient === null ? null : key.seal(recipientOf(of.id), JSON.stringify(recipient)),
    };
  }
}

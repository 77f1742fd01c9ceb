import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SubjectKeys, type SubjectKey } from '#platform/crypto';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { assert, type Cause } from '#platform/kernel';
import { documentKinds, paidWhens, papers_max } from '../domain/document.js';
import {
  paperKeyOf,
  recipient,
  recipientOf,
  supplier,
  supplierOf,
  type Recipient,
  type Supplier,
} from '../domain/document-parties.js';
import { eInvoiceStates, signed, signedOf, type EInvoiceState } from '../domain/e-invoice.states.js';
import { ewayBillStates, type EWayBillState } from '../domain/eway-bill.states.js';
import { monthOf } from '../domain/month.js';
import { fail } from '../domain/tax.errors.js';
import type { Registration } from '../domain/tax-paper.js';
import { sealOf } from './documents.repository.js';

const bytes = z.custom<Buffer>((value) => Buffer.isBuffer(value));
const lineRow = z.object({
  document_id: z.uuid(),
  n: z.number(),
  seller_id: z.uuid(),
  recipient_id: z.uuid(),
  line_id: z.uuid(),
  title: z.string(),
  hsn: z.string(),
  uqc: z.string(),
  quantity: z.number(),
  rate_bp: z.number(),
  gross_paise: z.string(),
  discount_paise: z.string(),
  freight_paise: z.string(),
  taxable_paise: z.string(),
  cgst_paise: z.string(),
  sgst_paise: z.string(),
  igst_paise: z.string(),
  platform_paise: z.string(),
});
const documentRow = z.object({
  id: z.uuid(),
  kind: z.enum(documentKinds),
  number: z.string(),
  issuer: z.string(),
  financial_year: z.string(),
  seller_id: z.uuid(),
  recipient_id: z.uuid(),
  cause_kind: z.custom<Cause['kind']>((value) => typeof value === 'string'),
  cause_id: z.uuid(),
  change_id: z.uuid().nullable(),
  corrects_id: z.uuid().nullable(),
  counted_changes: z.array(z.uuid()),
  issued_at: z.date(),
  supply: z.enum(['intra', 'inter']),
  from_state: z.string(),
  to_state: z.string(),
  seller_gst: z.enum(['registered', 'composition', 'enrolled_unregistered', 'exempt']).nullable(),
  gstin: z.string().nullable(),
  recipient_gstin: z.string().nullable(),
  paid_when: z.enum(paidWhens).nullable(),
  payment_reference: z.string().nullable(),
  transaction_id: z.string().nullable(),
  paid_by: z.string().nullable(),
  paid_at: z.date().nullable(),
  taxable_paise: z.string(),
  cgst_paise: z.string(),
  sgst_paise: z.string(),
  igst_paise: z.string(),
  total_paise: z.string(),
  platform_paise: z.string(),
  supplier_sealed: bytes.nullable(),
  recipient_sealed: bytes.nullable(),
});
/** Of a note: what stands on the invoice it is of. */
const first = {
  first_number: z.string().nullable(),
  first_issued_at: z.date().nullable(),
  first_financial_year: z.string().nullable(),
  first_supplier_sealed: bytes.nullable(),
  first_recipient_sealed: bytes.nullable(),
};
/** How it is told to the portal; null: it need not be. */
const told = {
  e_state: z.enum(eInvoiceStates.names).nullable(),
  e_refusal: z.string().nullable(),
  e_irn: z.string().nullable(),
  e_ack_number: z.string().nullable(),
  e_acknowledged_at: z.date().nullable(),
  e_signed_sealed: bytes.nullable(),
  e_cancelled_at: z.date().nullable(),
};
/** Its e-way bill; null: the goods need none. */
const onRoad = {
  w_state: z.enum(ewayBillStates.names).nullable(),
  w_refusal: z.string().nullable(),
  w_number: z.string().nullable(),
  w_made_at: z.date().nullable(),
  w_distance_km: z.number().nullable(),
  w_valid_days: z.number().nullable(),
  w_expires_at: z.date().nullable(),
};
const row = documentRow.extend({ content_sha256: bytes, ...first, ...told, ...onRoad });
type Row = z.infer<typeof row>;
export type IssuedLine = z.infer<typeof lineRow>;

/** A document as it is shown to one who may see it. */
export type IssuedDocument = Omit<z.infer<typeof documentRow>, 'supplier_sealed' | 'recipient_sealed'> & {
  content_sha256: Buffer;
  /** Null: the law no longer wants it kept. */
  supplier: Supplier | null;
  /** Null: the same, or she was erased before the goods were packed. */
  recipient: Recipient | null;
  /** The invoice that a note is of. */
  corrects: { number: string; issued_at: Date } | null;
  /** Where its registration with the portal stands; null: it needs none. */
  eInvoice: { state: EInvoiceState; refusal: string | null } | null;
  registration: Registration | null;
  /** Where its e-way bill stands; null: the goods need none. */
  eWayBill: {
    state: EWayBillState;
    refusal: string | null;
    number: string | null;
    made_at: Date | null;
    distance_km: number | null;
    valid_days: number | null;
    /** Null until its goods leave. */
    expires_at: Date | null;
  } | null;
  lines: IssuedLine[];
};

const columns = (from: string, of: z.ZodObject): string =>
  Object.keys(of.shape)
    .map((column) => `${from}.${column}`)
    .join(', ');

const select = `
  select ${columns('d', documentRow)}, d.content_sha256, i.number as first_number, i.issued_at as first_issued_at, i.financial_year as first_financial_year,
         i.supplier_sealed as first_supplier_sealed, i.recipient_sealed as first_recipient_sealed,
         e.state as e_state, e.refusal as e_refusal, e.irn as e_irn, e.ack_number as e_ack_number,
         e.acknowledged_at as e_acknowledged_at, e.signed_sealed as e_signed_sealed, e.cancelled_at as e_cancelled_at,
         w.state as w_state, w.refusal as w_refusal, w.number as w_number, w.made_at as w_made_at, w.distance_km as w_distance_km,
         w.valid_days as w_valid_days, w.expires_at as w_expires_at
    from tax.document d left join tax.document i on i.id = d.corrects_id left join tax.e_invoice e on e.document_id = d.id
         left join tax.eway_bill w on w.document_id = d.id`;

/** The papers of a supply, for its parties: their walls are those of the database. */
@Injectable()
export class DocumentsQuery {
  constructor(private readonly keys: SubjectKeys) {}

  /** All papers of a cause, as they were issued. @rule S-42 */
  async ofCause(tx: Tx, { kind, id }: Cause): Promise<IssuedDocument[]> {
    return this.opened(
      tx,
      await tx.many(
        row,
        `${select} where d.cause_kind = $1 and d.cause_id = $2 order by d.issued_at, d.id limit ${papers_max}`,
        [kind, id],
      ),
    );
  }

  /** @throws tax_document_not_found (404), also for one that is not the reader's to see @rule S-42 */
  async known(tx: Tx, id: string): Promise<IssuedDocument> {
    const [document] = await this.opened(tx, await tx.many(row, `${select} where d.id = $1`, [id]));
    if (!document) throw fail('tax_document_not_found');
    return document;
  }

  /**
   * A maker's papers of a month of India's calendar, the newest first.
   * @param month  `2026-11`
   * @rule S-42
   */
  async ofMonth(
    tx: Tx,
    { sellerId, month }: { sellerId: string; month: string },
    request: PageRequest,
  ): Promise<IssuedDocument[]> {
    const page = keyset(request, ['d.id'], 'desc', 4);
    const sql = `${select} where d.seller_id = $1 and d.issued_at >= $2 and d.issued_at < $3 ${page.where}
                 order by ${page.orderBy} limit ${page.limit}`;
    const { from, before } = monthOf(month);
    return this.opened(tx, await tx.many(row, sql, [sellerId, from, before, ...page.values]));
  }

  private async opened(tx: Tx, rows: readonly Row[]): Promise<IssuedDocument[]> {
    if (rows.length === 0) return [];
    const lines = await tx.many(
      lineRow,
      `select ${columns('l', lineRow)} from tax.document_line l where l.document_id = any($1) order by l.document_id, l.n`,
      [rows.map(({ id }) => id)],
    );
    const keys = await this.keys.existing(tx, rows.map(keyOf));
    return rows.map((each) => {
      const own = lines.filter((line) => line.document_id === each.id);
      return asIssued(each, own, keys.get(keyOf(each)));
    });
  }
}

/** A note has its parties from the invoice, and they are sealed where that was written. */
const keyOf = (of: Row): string => paperKeyOf(of.issuer, of.first_financial_year ?? of.financial_year);

/** @throws a broken invariant when it does not say what it said when it was issued @rule S-61 */
function asIssued(of: Row, lines: IssuedLine[], key: SubjectKey | undefined): IssuedDocument {
  const { content_sha256, first_number, first_issued_at, first_financial_year: _, ...rest } = of;
  const { first_supplier_sealed, first_recipient_sealed, ...kept } = rest;
  const {
    e_state,
    e_refusal,
    e_irn,
    e_ack_number,
    e_acknowledged_at,
    e_signed_sealed,
    e_cancelled_at: __,
    ...paper
  } = kept;
  const { w_state, w_refusal, w_number, w_made_at, w_distance_km, w_valid_days, w_expires_at, ...own } = paper;
  assert(sealOf(own, lines).equals(content_sha256), 'a document says what it said when it was issued');
  const { supplier_sealed, recipient_sealed, ...shown } = own;
  const named = of.corrects_id ?? of.id;
  const opened = (place: (id: string) => ReturnType<typeof supplierOf>, sealed: Buffer | null) =>
    sealed === null ? null : (key?.open(place(named), sealed) ?? null);
  const from = opened(supplierOf, supplier_sealed ?? first_supplier_sealed);
  const to = opened(recipientOf, recipient_sealed ?? first_recipient_sealed);
  return {
    ...shown,
    content_sha256,
    supplier: from === null ? null : supplier.parse(JSON.parse(from)),
    recipient: to === null ? null : recipient.parse(JSON.parse(to)),
    eInvoice: e_state && { state: e_state, refusal: e_refusal },
    eWayBill: w_state && {
      ...{
        state: w_state,
        refusal: w_refusal,
        number: w_number,
        made_at: w_made_at,
        distance_km: w_distance_km,
        valid_days: w_valid_days,
        expires_at: w_expires_at,
      },
    },
    registration: e_irn === null ? null : registrationOf(of, key),
    corrects: first_number === null ? null : { number: first_number, issued_at: first_issued_at! },
    lines,
  };
}

/** Opened with the key of its papers; when that is gone nobody is named any more. */
function registrationOf(of: Row, key: SubjectKey | undefined): Registration {
  const {
    e_irn: irn,
    e_ack_number: ackNumber,
    e_acknowledged_at: ackAt,
    e_signed_sealed,
    e_cancelled_at: cancelledAt,
  } = of;
  assert(irn && ackNumber && ackAt && e_signed_sealed, 'what is registered has all that the portal gave');
  const text = key?.open(signedOf(of.id), e_signed_sealed);
  return {
    irn,
    ackNumber,
    ackAt,
    cancelledAt,
    signedQr: typeof text === 'string' ? signed.parse(JSON.parse(text)).qr : null,
  };
}

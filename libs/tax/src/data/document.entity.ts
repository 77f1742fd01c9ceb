import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { GstStatus } from '#sellers';
import type { Cause } from '#platform/kernel';
import { documentKinds, paidWhens, type DocumentKind, type PaidWhen } from '../domain/document.js';
import type { Supply } from '../domain/supply.js';

const inList = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** The last number of a series: one row per issuer, kind and year, held while a document takes the next. @rule */
@Entity({ schema: 'tax', name: 'document_series' })
@Check('document_series_last', 'last between 1 and 999999')
export class DocumentSeriesEntity {
  /** GSTIN of the maker, or her id where she has none. */
  @PrimaryColumn('text') issuer: string;
  @PrimaryColumn('text') kind: DocumentKind;
  /** `2026-27` */
  @PrimaryColumn('text') financial_year: string;
  @Column('integer') last: number;
}

/** An invoice, a bill of supply or a note as it was issued. Written once, for ever. @rule  S-61 */
@Entity({ schema: 'tax', name: 'document' })
@Unique('document_number', ['issuer', 'financial_year', 'number'])
@Index('document_once_per_cause', { synchronize: false })
@Index('document_once_per_change', { synchronize: false })
@Index('document_by_cause', ['cause_kind', 'cause_id'])
@Index('document_by_seller', ['seller_id', 'issued_at'])
@Check('document_kind', `kind in (${inList(documentKinds)})`)
@Check('document_number_form', `number ~ '^[A-Z1-9][A-Z0-9/-]{0,15}$'`)
@Check('document_supply', `supply in ('intra', 'inter')`)
@Check('document_seller_gst', `seller_gst in ('registered', 'composition', 'enrolled_unregistered', 'exempt')`)
@Check('document_total', 'total_paise = taxable_paise + cgst_paise + sgst_paise + igst_paise')
@Check('document_halves', `cgst_paise = 0 and sgst_paise = 0 or igst_paise = 0`)
@Check(
  'document_corrects',
  `(kind in ('credit_note', 'debit_note')) = (corrects_id is not null) and (corrects_id is null) = (change_id is null)`,
)
@Check('document_paid_when', `paid_when in (${inList(paidWhens)})`)
@Check(
  'document_transaction',
  `num_nulls(transaction_id, paid_by, paid_at) in (0, 3) and (transaction_id is null or paid_when = 'before')`,
)
@Check('document_payment', '(paid_when is null) = (payment_reference is null)')
@Check('document_untaxed', `kind <> 'bill_of_supply' or cgst_paise + sgst_paise + igst_paise = 0`)
export class DocumentEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: DocumentKind;
  @Column('text') number: string;
  @Column('text') issuer: string;
  @Column('text') financial_year: string;
  @Column('uuid') seller_id: string;
  @Column('uuid') recipient_id: string;
  @Column('text') cause_kind: Cause['kind'];
  @Column('uuid') cause_id: string;
  /** The act by which some of it came back, or the request of a debit note; null: no note. */
  @Column('uuid', { nullable: true }) change_id: string | null;
  /** The invoice a note is of. */
  @ForeignKey(() => DocumentEntity, { name: 'document_corrects_another' })
  @Column('uuid', { nullable: true })
  corrects_id: string | null;
  /** Acts upon its cause that it takes into account already: nothing is credited of them. */
  @Column('uuid', { array: true }) counted_changes: string[];
  @Column('timestamptz') issued_at: Date;
  @Column('text') supply: Supply;
  @Column('text') from_state: string;
  /** Place of supply. @rule */
  @Column('text') to_state: string;
  @Column('text', { nullable: true }) seller_gst: GstStatus | null;
  @Column('text', { nullable: true }) gstin: string | null;
  /** Of a business that buys, as she gave it; null: she has none. */
  @Column('text', { nullable: true }) recipient_gstin: string | null;
  /** Null: not known. */
  @Column('text', { nullable: true }) paid_when: PaidWhen | null;
  /** Where the payment is found: the order's number. */
  @Column('text', { nullable: true }) payment_reference: string | null;
  /** Of what was paid before: the transaction, by which means, and when; null: not known. */
  @Column('text', { nullable: true }) transaction_id: string | null;
  @Column('text', { nullable: true }) paid_by: string | null;
  @Column('timestamptz', { nullable: true }) paid_at: Date | null;
  @Column('bigint') taxable_paise: string;
  @Column('bigint') cgst_paise: string;
  @Column('bigint') sgst_paise: string;
  @Column('bigint') igst_paise: string;
  @Column('bigint') total_paise: string;
  /** Of the total, what the platform paid for the shopper. */
  @Column('bigint') platform_paise: string;
  /** The maker's name and address, sealed under her key; null: those of the invoice it corrects. */
  @Column('bytea', { nullable: true }) supplier_sealed: Buffer | null;
  /** Name and address it goes to, sealed under the shopper's key; null: those of the invoice, or she was erased before. */
  @Column('bytea', { nullable: true }) recipient_sealed: Buffer | null;
  /** Of everything it says. */
  @Column('bytea') content_sha256: Buffer;
}

@Entity({ schema: 'tax', name: 'document_line' })
@Check('document_line_quantity', 'quantity > 0')
@Check(
  'document_line_parts',
  'least(rate_bp, gross_paise, discount_paise, freight_paise, cgst_paise, sgst_paise, igst_paise, platform_paise) >= 0',
)
@Check(
  'document_line_tax',
  'taxable_paise + cgst_paise + sgst_paise + igst_paise = gross_paise - discount_paise + freight_paise',
)
export class DocumentLineEntity {
  @ForeignKey(() => DocumentEntity, { name: 'document_line_of_document' })
  @PrimaryColumn('uuid')
  document_id: string;
  /** From 1, as printed. */
  @PrimaryColumn('integer') n: number;
  @Column('uuid') seller_id: string;
  @Column('uuid') recipient_id: string;
  /** Of the cause. */
  @Column('uuid') line_id: string;
  @Column('text') title: string;
  @Column('text') hsn: string;
  @Column('text') uqc: string;
  @Column('integer') quantity: number;
  @Column('integer') rate_bp: number;
  @Column('bigint') gross_paise: string;
  @Column('bigint') discount_paise: string;
  @Column('bigint') freight_paise: string;
  @Column('bigint') taxable_paise: string;
  @Column('bigint') cgst_paise: string;
  @Column('bigint') sgst_paise: string;
  @Column('bigint') igst_paise: string;
  @Column('bigint') platform_paise: string;
}

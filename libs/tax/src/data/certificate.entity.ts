import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { certificateKinds, periods, type CertificateKind, type Period } from '../domain/certificate.js';

const inList = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** A month of a certificate as it is kept: whole paise as text, for a number of JSON is no number of paise. */
export type WrittenMonth = Record<
  'month' | 'gross_paise' | 'taxable_paise' | 'cgst_paise' | 'sgst_paise' | 'igst_paise' | 'income_tax_paise',
  string
>;

/** What was kept of a maker's sales for the government in a period that is over. Its figures are written once. */
@Entity({ schema: 'tax', name: 'certificate' })
@Unique('certificate_number', ['number'])
@Unique('certificate_once', ['kind', 'seller_id', 'financial_year', 'period'])
@Index('certificate_by_seller', ['seller_id', 'id'])
@Check('certificate_kind', `kind in (${inList(certificateKinds)})`)
@Check('certificate_period', `period in (${inList(periods)})`)
@Check('certificate_file', '(storage_key is null) = (file_sha256 is null)')
export class CertificateEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: CertificateKind;
  /** `TCS/26-27/000001` */
  @Column('text') number: string;
  @Column('text') financial_year: string;
  @Column('text') period: Period;
  @Column('uuid') seller_id: string;
  /** Legal basis of income tax, as it was applied. */
  @Column('text', { nullable: true }) section: string | null;
  /** Of the kind: GST collected, or income tax withheld. */
  @Column('bigint') total_paise: string;
  @Column('jsonb') months: WrittenMonth[];
  @Column('timestamptz') issued_at: Date;
  /** The PDF, sealed with the maker's key; null: it is being printed. */
  @Column('text', { nullable: true }) storage_key: string | null;
  @Column('bytea', { nullable: true }) file_sha256: Buffer | null;
}

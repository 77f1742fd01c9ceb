import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { sumOf, type DocumentLine } from '../domain/document.js';
import { documentNumber } from '../domain/document-number.js';
import { documentSha256 } from '../domain/document-seal.js';
import { PrintDocumentJob } from '../domain/print.jobs.js';
import { DocumentEntity, DocumentLineEntity } from './document.entity.js';
import { EInvoices } from './e-invoices.repository.js';
import { takeNumber } from './series.js';

type Amounts = 'taxable_paise' | 'cgst_paise' | 'sgst_paise' | 'igst_paise' | 'total_paise' | 'platform_paise';
/** A document that has everything but its number. */
export type Unnumbered = Omit<DocumentEntity, 'number' | 'content_sha256' | Amounts>;
export interface Issued {
  id: string;
  number: string;
}

@Injectable()
export class Documents {
  constructor(private readonly eInvoices: EInvoices) {}

  /**
   * Gives a document the next number of its series and writes it down. The series waits until the transaction ends, and a
   * transaction that fails leaves no gap: ask for it last.
   * @rule S-61
   */
  async add(tx: Tx, document: Unnumbered, lines: readonly DocumentLine[]): Promise<Issued> {
    assert(lines.length > 0, 'a document is of something');
    const { issuer, kind, financial_year: year } = document;
    const number = documentNumber(kind, year, await takeNumber(tx, { issuer, kind, year }));
    const { taxable_paise, cgst_paise, sgst_paise, igst_paise, total_paise, platform_paise } = sumOf(lines);
    const row = {
      ...document,
      number,
      taxable_paise: taxable_paise.toString(),
      cgst_paise: cgst_paise.toString(),
      sgst_paise: sgst_paise.toString(),
      igst_paise: igst_paise.toString(),
      total_paise: total_paise.toString(),
      platform_paise: platform_paise.toString(),
    };
    const rows = lines.map((line, i) => lineRow(document, i + 1, line));
    await tx.insert(DocumentEntity, { ...row, content_sha256: sealOf(row, rows) });
    await tx.insert(DocumentLineEntity, rows);
    // What the portal must know is printed when it bears the portal's number and code.
    if (!(await this.eInvoices.begin(tx, row)))
      tx.enqueue(PrintDocumentJob, { documentId: document.id, edition: 'named' as const });
    return { id: document.id, number };
  }
}

/** What a document says, by which it is known again. @rule S-61 */
export const sealOf = (
  {
    recipient_gstin,
    paid_when,
    payment_reference,
    transaction_id,
    paid_by,
    paid_at,
    ...document
  }: Omit<DocumentEntity, 'content_sha256'>,
  lines: readonly Omit<DocumentLineEntity, 'document'>[],
): Buffer =>
  documentSha256({
    ...document,
    // Of what is not known it says nothing, as it did before these were written down.
    ...(recipient_gstin !== null && { recipient_gstin }),
    ...(paid_when !== null && { paid_when, payment_reference }),
    ...(transaction_id !== null && { transaction_id, paid_by, paid_at: paid_at?.toISOString() }),
    issued_at: document.issued_at.toISOString(),
    supplier_sealed: document.supplier_sealed?.toString('hex') ?? null,
    recipient_sealed: document.recipient_sealed?.toString('hex') ?? null,
    lines,
  });

const lineRow = (document: Unnumbered, n: number, line: DocumentLine): DocumentLineEntity => ({
  document_id: document.id,
  n,
  seller_id: document.seller_id,
  recipient_id: document.recipient_id,
  line_id: line.lineId,
  title: line.title,
  hsn: line.hsn,
  uqc: line.uqc,
  quantity: line.quantity,
  rate_bp: line.rate_bp,
  gross_paise: line.gross_paise.toString(),
  discount_paise: line.discount_paise.toString(),
  freight_paise: line.freight_paise.toString(),
  taxable_paise: line.taxable_paise.toString(),
  cgst_paise: line.cgst_paise.toString(),
  sgst_paise: line.sgst_paise.toString(),
  igst_paise: line.igst_paise.toString(),
  platform_paise: line.platform_paise.toString(),
});

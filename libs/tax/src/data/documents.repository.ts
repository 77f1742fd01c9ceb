import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { sumOf, type DocumentKind, type DocumentLine } from '../domain/document.js';
import { documentNumber } from '../domain/document-number.js';
import { documentSha256 } from '../domain/document-seal.js';
import { PrintDocumentJob } from '../domain/print.jobs.js';
import { DocumentEntity, DocumentLineEntity } from './document.entity.js';

type Amounts = 'taxable_paise' | 'cgst_paise' | 'sgst_paise' | 'igst_paise' | 'total_paise' | 'platform_paise';
/** A document that has everything but its number. */
export type Unnumbered = Omit<DocumentEntity, 'number' | 'content_sha256' | Amounts>;
export interface Issued {
  id: string;
  number: string;
}

@Injectable()
export class Documents {
  /**
   * Gives a document the next number of its series and writes it down. The series waits until the transaction ends, and a
   * transaction that fails leaves no gap: ask for it last.
   * @rule S-61
   */
  async add(tx: Tx, document: Unnumbered, lines: readonly DocumentLine[]): Promise<Issued> {
    assert(lines.length > 0, 'a document is of something');
    const number = await nextNumber(tx, document.issuer, document.kind, document.financial_year);
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
    tx.enqueue(PrintDocumentJob, { documentId: document.id, edition: 'named' as const });
    return { id: document.id, number };
  }
}

/** What a document says, by which it is known again. @rule S-61 */
export const sealOf = (
  document: Omit<DocumentEntity, 'content_sha256'>,
  lines: readonly Omit<DocumentLineEntity, 'document'>[],
): Buffer =>
  documentSha256({
    ...document,
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

/** The next number of a series; its row is held until the transaction ends. @rule */
async function nextNumber(tx: Tx, issuer: string, kind: DocumentKind, year: string): Promise<string> {
  const row = await tx.maybe(
    z.object({ last: z.number() }),
    `insert into tax.document_series as s (issuer, kind, financial_year, last) values ($1, $2, $3, 1)
     on conflict (issuer, kind, financial_year) do update set last = s.last + 1 returning last`,
    [issuer, kind, year],
  );
  assert(row, 'a series answers its next number');
  return documentNumber(kind, year, row.last);
}

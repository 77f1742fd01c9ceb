import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { assert, newId, type Cause } from '#platform/kernel';
import { paiseColumn } from '#platform/money';
import { financialYear } from '#platform/time';
import { correctAlone } from '../data/standing-lines.query.js';
import { Documents, type Issued } from '../data/documents.repository.js';
import { saysNothingOfPayment } from '../domain/document.js';
import { creditLines, type CreditedLine } from '../domain/credit.js';

/** An act by which some of an invoiced supply came off it. */
export interface CreditedChange {
  cause: Cause;
  changeId: string;
  lines: readonly CreditedLine[];
}

const invoiceRow = z.object({
  id: z.uuid(),
  issuer: z.string(),
  seller_id: z.uuid(),
  recipient_id: z.uuid(),
  counted_changes: z.array(z.uuid()),
  supply: z.enum(['intra', 'inter']),
  from_state: z.string(),
  to_state: z.string(),
  seller_gst: z.enum(['registered', 'composition', 'enrolled_unregistered', 'exempt']).nullable(),
  gstin: z.string().nullable(),
  recipient_gstin: z.string().nullable(),
  lines: z.array(
    z.object({
      lineId: z.uuid(),
      title: z.string(),
      hsn: z.string(),
      uqc: z.string(),
      quantity: z.number(),
      rate_bp: z.number(),
      gross_paise: paiseColumn,
      discount_paise: paiseColumn,
      freight_paise: paiseColumn,
      taxable_paise: paiseColumn,
      cgst_paise: paiseColumn,
      sgst_paise: paiseColumn,
      igst_paise: paiseColumn,
      platform_paise: paiseColumn,
    }),
  ),
});
const issuedRow = z.object({ id: z.uuid(), number: z.string() });

@Injectable()
export class IssueCreditNote {
  constructor(private readonly documents: Documents) {}

  /**
   * What came off an invoiced supply, dated today: tax is lowered in the month in which it comes back. Asked again for the
   * same act it answers the note there is. A note has the parties and rates of its invoice.
   * @returns null when there is no invoice, or when it takes the act into account already
   * @rule  
   */
  async inside(tx: Tx, { cause, changeId, lines }: CreditedChange): Promise<Issued | null> {
    const known = await tx.maybe(issuedRow, `select id, number from tax.document where change_id = $1`, [changeId]);
    if (known) return known;
    const invoice = await tx.maybe(
      invoiceRow,
      `select d.id, d.issuer, d.seller_id, d.recipient_id, d.counted_changes, d.supply, d.from_state, d.to_state,
              d.seller_gst, d.gstin, d.recipient_gstin,
              (select jsonb_agg(jsonb_build_object(
                        'lineId', l.line_id, 'title', l.title, 'hsn', l.hsn, 'uqc', l.uqc, 'quantity', l.quantity,
                        'rate_bp', l.rate_bp, 'gross_paise', l.gross_paise, 'discount_paise', l.discount_paise,
                        'freight_paise', l.freight_paise, 'taxable_paise', l.taxable_paise, 'cgst_paise', l.cgst_paise,
                        'sgst_paise', l.sgst_paise, 'igst_paise', l.igst_paise, 'platform_paise', l.platform_paise)
                        order by l.n)
                 from tax.document_line l where l.document_id = d.id) as lines
         from tax.document d where d.cause_kind = $1 and d.cause_id = $2 and d.change_id is null`,
      [cause.kind, cause.id],
    );
    if (!invoice || invoice.counted_changes.includes(changeId)) return null;
    await correctAlone(tx, invoice.id);
    assert(lines.length > 0, 'something is credited');
    const { id: corrects_id, lines: invoiced, counted_changes: _, ...same } = invoice;
    return this.documents.add(
      tx,
      {
        ...same,
        id: newId(),
        kind: 'credit_note',
        financial_year: financialYear(tx.now),
        cause_kind: cause.kind,
        cause_id: cause.id,
        change_id: changeId,
        corrects_id,
        counted_changes: [],
        ...saysNothingOfPayment,
        issued_at: tx.now,
        supplier_sealed: null,
        recipient_sealed: null,
      },
      creditLines(invoiced, lines),
    );
  }
}

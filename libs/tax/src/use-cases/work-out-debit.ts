import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Tx } from '#platform/database';
import { isParameterKey, PolicyQuery, type GstRate } from '#policy';
import { DocumentsQuery, type IssuedDocument } from '../data/documents.query.js';
import { correctAlone, StandingLinesQuery } from '../data/standing-lines.query.js';
import type { debitLineText, debitWish } from '../domain/debit-request.js';
import { debitLines } from '../domain/debit.js';
import type { DocumentLine } from '../domain/document.js';
import { fail } from '../domain/tax.errors.js';

type Wish = z.infer<typeof debitWish>;

/** What a debit note of an invoice would say today. */
@Injectable()
export class WorkOutDebit {
  constructor(
    private readonly documents: DocumentsQuery,
    private readonly standing: StandingLinesQuery,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * Holds all notes of the invoice, so that what is worked out is so until the transaction ends.
   * @throws tax_document_not_found (404), tax_document_forgotten (410), debit_not_of_invoice, debit_goods_code,
   *         debit_line_unknown, debit_line_came_back, debit_nothing_missing (422)
   * @rule 
   */
  async of(
    tx: Tx,
    documentId: string,
    wishes: readonly Wish[],
  ): Promise<{ invoice: IssuedDocument; lines: DocumentLine[] }> {
    const invoice = await this.documents.known(tx, documentId);
    const { number } = invoice;
    if (invoice.kind !== 'tax_invoice') throw fail('debit_not_of_invoice', { number });
    if (invoice.supplier === null) throw fail('tax_document_forgotten', { number });
    const wanted = wishes.map(({ n, hsn, gstRateKey, value_paise }) => {
      const rate = this.rate(gstRateKey, invoice.issued_at);
      if (!rate?.hsn.some((prefix) => hsn.startsWith(prefix))) throw fail('debit_goods_code', { hsn, gstRateKey });
      return { n, hsn, rate, value_paise: BigInt(value_paise) };
    });
    await correctAlone(tx, invoice.id);
    return { invoice, lines: debitLines(await this.standing.of(tx, invoice.id), wanted, invoice.supply) };
  }

  /** As it was on the day of the invoice. */
  private rate(gstRateKey: string, at: Date): GstRate | undefined {
    const key = `gst.rate.${gstRateKey}`;
    return isParameterKey(key) ? (this.policy.maybe(key, at) as GstRate | undefined) : undefined;
  }
}

/** Lines as they are written down beside the request. */
export const asText = (lines: readonly DocumentLine[]): z.infer<typeof debitLineText>[] =>
  lines.map(({ lineId, title, hsn, uqc, quantity, rate_bp, ...amounts }) => ({
    ...{ lineId, title, hsn, uqc, quantity, rate_bp },
    gross_paise: amounts.gross_paise.toString(),
    discount_paise: amounts.discount_paise.toString(),
    freight_paise: amounts.freight_paise.toString(),
    taxable_paise: amounts.taxable_paise.toString(),
    cgst_paise: amounts.cgst_paise.toString(),
    sgst_paise: amounts.sgst_paise.toString(),
    igst_paise: amounts.igst_paise.toString(),
    platform_paise: amounts.platform_paise.toString(),
  }));

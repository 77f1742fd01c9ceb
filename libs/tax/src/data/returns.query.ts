import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { paiseColumn } from '#platform/money';
import type { Month } from '../domain/month.js';
import { documentKinds } from '../domain/document.js';

const amounts = {
  taxable_paise: paiseColumn,
  cgst_paise: paiseColumn,
  sgst_paise: paiseColumn,
  igst_paise: paiseColumn,
};
const supplyRow = z.object({
  section: z.enum(['b2b', 'b2cs', 'nil']),
  recipient_gstin: z.string().nullable(),
  to_state: z.string(),
  rate_bp: z.number(),
  ...amounts,
});
const goodsRow = z.object({ hsn: z.string(), uqc: z.string(), rate_bp: z.number(), quantity: paiseColumn, ...amounts });
const seriesRow = z.object({
  kind: z.enum(documentKinds),
  first: z.string(),
  last: z.string(),
  count: z.coerce.number(),
});
const documentRow = z.object({
  id: z.uuid(),
  kind: z.enum(documentKinds),
  number: z.string(),
  issued_at: z.date(),
  corrects: z.string().nullable(),
  to_state: z.string(),
  ...amounts,
});
const makerRow = z.object({
  seller_id: z.uuid(),
  gstin: z.string().nullable(),
  supplied_paise: paiseColumn,
  returned_paise: paiseColumn,
  gross_paise: paiseColumn,
  ...{ cgst_paise: paiseColumn, sgst_paise: paiseColumn, igst_paise: paiseColumn },
});
export type SuppliedSum = z.infer<typeof supplyRow>;
export type GoodsSum = z.infer<typeof goodsRow>;
export type SeriesSum = z.infer<typeof seriesRow>;
export type ReturnedDocument = z.infer<typeof documentRow>;
export type MakerSum = z.infer<typeof makerRow>;

const sums = (sign: string, from: string): string =>
  ['taxable_paise', 'cgst_paise', 'sgst_paise', 'igst_paise']
    .map((column) => `sum(${sign} * ${from}.${column})::bigint as ${column}`)
    .join(', ');
/** What came back counts against what went out, what was missing with it, in the month of its note. @rule R-6.25 */
const sign = `case when d.kind = 'credit_note' then -1 else 1 end`;
/** Nothing more went out by a debit note. */
const pieces = `case d.kind when 'credit_note' then -l.quantity when 'debit_note' then 0 else l.quantity end`;
const ofMaker = `d.seller_id = $1 and d.issued_at >= $2 and d.issued_at < $3`;

/** What the returns of a month are made of: a maker's from her papers, the operator's from what it collected. */
@Injectable()
export class ReturnsQuery {
  /** By place of supply and rate; without tax apart. @rule R-6.20 R-6.25 */
  supplies(tx: Tx, sellerId: string, { from, before }: Month): Promise<SuppliedSum[]> {
    return tx.many(
      supplyRow,
      `select case when l.rate_bp = 0 then 'nil' when d.recipient_gstin is null then 'b2cs' else 'b2b' end as section,
              case when l.rate_bp > 0 then d.recipient_gstin end as recipient_gstin, d.to_state, l.rate_bp, ${sums(sign, 'l')}
         from tax.document d join tax.document_line l on l.document_id = d.id
        where ${ofMaker} group by 1, 2, d.to_state, l.rate_bp order by 1, 2, d.to_state, l.rate_bp`,
      [sellerId, from, before],
    );
  }

  /** By goods code, unit and rate. @rule R-6.20 */
  goods(tx: Tx, sellerId: string, { from, before }: Month): Promise<GoodsSum[]> {
    return tx.many(
      goodsRow,
      `select l.hsn, l.uqc, l.rate_bp, sum(${pieces})::bigint as quantity, ${sums(sign, 'l')}
         from tax.document d join tax.document_line l on l.document_id = d.id
        where ${ofMaker} group by l.hsn, l.uqc, l.rate_bp order by l.hsn, l.uqc, l.rate_bp`,
      [sellerId, from, before],
    );
  }

  /** Numbers that were given. @rule R-6.21 */
  series(tx: Tx, sellerId: string, { from, before }: Month): Promise<SeriesSum[]> {
    return tx.many(
      seriesRow,
      `select d.kind, min(d.number) as first, max(d.number) as last, count(*) as count
         from tax.document d where ${ofMaker} group by d.kind, d.financial_year order by d.kind, 2`,
      [sellerId, from, before],
    );
  }

  /** Every paper, credit notes below nothing, a piece after the other. @param after  the last one's id; null: from the first */
  documents(
    tx: Tx,
    sellerId: string,
    { from, before }: Month,
    { after, limit }: { after: string | null; limit: number },
  ): Promise<ReturnedDocument[]> {
    const amount = (column: string): string => `(${sign} * d.${column})::bigint as ${column}`;
    return tx.many(
      documentRow,
      `select d.id, d.kind, d.number, d.issued_at, i.number as corrects, d.to_state, ${amount('taxable_paise')},
              ${amount('cgst_paise')}, ${amount('sgst_paise')}, ${amount('igst_paise')}
         from tax.document d left join tax.document i on i.id = d.corrects_id
        where ${ofMaker} and ($4::uuid is null or d.id > $4) order by d.id limit $5`,
      [sellerId, from, before, after, limit],
    );
  }

  /**
   * What was collected at source of each maker's sales, less what was given back: its sums are those of the ledger.
   * @param after  the last maker's id; null: from the first
   * @rule R-6.12 R-6.25
   */
  makers(
    tx: Tx,
    { from, before }: Month,
    { after, limit }: { after: string | null; limit: number },
  ): Promise<MakerSum[]> {
    return tx.many(
      makerRow,
      `select m.seller_id, s.gstin, ${['supplied', 'returned', 'gross', 'cgst', 'sgst', 'igst']
        .map((part) => `sum(m.${part}_paise)::bigint as ${part}_paise`)
        .join(', ')}
         from (select seller_id, taxable_paise as supplied_paise, 0 as returned_paise, gross_paise, cgst_paise, sgst_paise,
                      igst_paise
                 from tax.withholding
                where made_at >= $1 and made_at < $2 and ($3::uuid is null or seller_id > $3)
               union all
               select seller_id, 0, taxable_paise, -gross_paise, -cgst_paise, -sgst_paise, -igst_paise
                 from tax.taken_back
                where made_at >= $1 and made_at < $2 and ($3::uuid is null or seller_id > $3)) m
         left join sellers.v_seller s on s.seller_id = m.seller_id
        group by m.seller_id, s.gstin order by m.seller_id limit $4`,
      [from, before, after, limit],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { paiseColumn } from '#platform/money';
import type { StandingLine } from '../domain/debit.js';

const row = z.object({
  ...{ n: z.number(), line_id: z.uuid(), title: z.string(), uqc: z.string(), quantity: z.coerce.number() },
  ...{ goods_paise: paiseColumn, freight_paise: paiseColumn, added_paise: paiseColumn, rate_bp: z.number() },
  ...{ cgst_paise: paiseColumn, sgst_paise: paiseColumn, igst_paise: paiseColumn },
});

/** Notes of one invoice are worked out one after the other; until the transaction ends. */
export async function correctAlone(tx: Tx, invoiceId: string): Promise<void> {
  await tx.run(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`notes of ${invoiceId}`]);
}

/** What is left of an invoice. */
@Injectable()
export class StandingLinesQuery {
  /** Line by line, after all of its notes. @rule */
  async of(tx: Tx, invoiceId: string): Promise<StandingLine[]> {
    const signed = (column: string): string =>
      `sum(case when d.kind = 'credit_note' then -l.${column} else l.${column} end)::bigint as ${column}`;
    const unlessDebit = (amount: string): string =>
      `sum(case d.kind when 'debit_note' then 0 when 'credit_note' then -(${amount}) else ${amount} end)::bigint`;
    const rows = await tx.many(
      row,
      `select first.n, first.line_id, first.title, first.uqc, max(l.rate_bp) as rate_bp,
              ${unlessDebit('l.quantity')} as quantity,
              ${unlessDebit('l.gross_paise - l.discount_paise')} as goods_paise,
              ${unlessDebit('l.freight_paise')} as freight_paise,
              sum(case when d.kind = 'debit_note' then l.taxable_paise else 0 end)::bigint as added_paise,
              ${['cgst_paise', 'sgst_paise', 'igst_paise'].map(signed).join(', ')}
         from tax.document i
         join tax.document_line first on first.document_id = i.id
         join tax.document d on d.cause_kind = i.cause_kind and d.cause_id = i.cause_id
                            and (d.id = i.id or d.corrects_id = i.id)
         join tax.document_line l on l.document_id = d.id and l.line_id = first.line_id
        where i.id = $1
        group by first.n, first.line_id, first.title, first.uqc order by first.n`,
      [invoiceId],
    );
    return rows.map(({ line_id: lineId, cgst_paise, sgst_paise, igst_paise, ...line }) => ({
      ...{ ...line, lineId, charged: { cgst_paise, sgst_paise, igst_paise } },
    }));
  }
}

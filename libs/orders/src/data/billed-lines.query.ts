import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { paiseColumn } from '#platform/money';
import type { CreditedLine } from '#tax';

const amounts = {
  gross_paise: paiseColumn,
  discount_paise: paiseColumn,
  freight_paise: paiseColumn,
  taxable_paise: paiseColumn,
  cgst_paise: paiseColumn,
  sgst_paise: paiseColumn,
  igst_paise: paiseColumn,
  platform_paise: paiseColumn,
};
const leftRow = z.object({
  lineId: z.uuid(),
  title: z.string(),
  hsn: z.string().nullable(),
  unit: z.string().nullable(),
  quantity: z.number(),
  rate_bp: z.number(),
  ...amounts,
});
/** What is left of a line of an order. */
export type LeftLine = z.infer<typeof leftRow>;

const goneRow = z.object({ change_id: z.uuid(), lineId: z.uuid(), quantity: z.number(), ...amounts });
/** Pieces that one act took from an order. */
export interface GoneOnce {
  changeId: string;
  lines: CreditedLine[];
}

/** Amounts of lines and of what went from them, as papers of the tax call them. */
@Injectable()
export class BilledLinesQuery {
  /** What goes out with an order whose row is held: its lines less what is gone. @rule */
  left(tx: Tx, orderId: string): Promise<LeftLine[]> {
    return tx.many(
      leftRow,
      `select l.id as "lineId", l.title, l.hsn, o.unit, l.quantity - l.gone_quantity as quantity, l.rate_bp,
              l.line_paise - c.goods_paise as gross_paise,
              l.maker_discount_paise - c.maker_discount_paise as discount_paise,
              l.freight_paise - c.freight_paise as freight_paise,
              l.taxable_paise - c.taxable_paise as taxable_paise, l.cgst_paise - c.cgst_paise as cgst_paise,
              l.sgst_paise - c.sgst_paise as sgst_paise, l.igst_paise - c.igst_paise as igst_paise,
              l.platform_discount_paise - c.platform_discount_paise as platform_paise
         from orders.order_line l
         cross join lateral (
           select coalesce(sum(goods_paise), 0)::bigint as goods_paise,
                  coalesce(sum(maker_discount_paise), 0)::bigint as maker_discount_paise,
                  coalesce(sum(platform_discount_paise), 0)::bigint as platform_discount_paise,
                  coalesce(sum(freight_paise), 0)::bigint as freight_paise,
                  coalesce(sum(taxable_paise), 0)::bigint as taxable_paise,
                  coalesce(sum(cgst_paise), 0)::bigint as cgst_paise,
                  coalesce(sum(sgst_paise), 0)::bigint as sgst_paise,
                  coalesce(sum(igst_paise), 0)::bigint as igst_paise
             from orders.line_change where line_id = l.id) c
         left join catalogue.v_offer o on o.offer_id = l.offer_id
        where l.order_id = $1 and l.quantity > l.gone_quantity order by l.id`,
      [orderId],
    );
  }

  /** Everything that went from an order, act by act, as it happened. @rule */
  async gone(tx: Tx, orderId: string): Promise<GoneOnce[]> {
    const rows = await tx.many(
      goneRow,
      `select change_id, line_id as "lineId", quantity, goods_paise as gross_paise, maker_discount_paise as discount_paise,
              freight_paise, taxable_paise, cgst_paise, sgst_paise, igst_paise, platform_discount_paise as platform_paise
         from orders.line_change where order_id = $1 order by at, change_id, line_id`,
      [orderId],
    );
    const acts = new Map<string, CreditedLine[]>();
    for (const { change_id, ...line } of rows) acts.set(change_id, [...(acts.get(change_id) ?? []), line]);
    return [...acts].map(([changeId, lines]) => ({ changeId, lines }));
  }
}

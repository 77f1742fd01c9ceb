import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { isParameterKey, PolicyQuery, type GstRate } from '#policy';
import type { Tx } from '#platform/database';
import { paiseColumn, sumPaise } from '#platform/money';
import type { EarnedSale } from '#payments';

const keptRow = z.object({
  taxable_paise: paiseColumn,
  platform_discount_paise: paiseColumn,
  freight_paise: paiseColumn,
  paid_paise: paiseColumn,
  rate_bp: z.number(),
  gst_rate_key: z.string().nullable(),
});

/** What of a sale remained with the shopper: what its maker is credited with. */
@Injectable()
export class KeptQuery {
  constructor(private readonly policy: PolicyQuery) {}

  /** @rule */
  async of(
    tx: Tx,
    orderId: string,
  ): Promise<Pick<EarnedSale, 'paid_paise' | 'coupon_paise' | 'freight_paise' | 'lines'>> {
    const rows = await tx.many(
      keptRow,
      `select l.taxable_paise - c.taxable_paise as taxable_paise,
              l.platform_discount_paise - c.platform_discount_paise as platform_discount_paise,
              l.freight_paise - c.freight_paise as freight_paise, l.paid_paise - c.refund_paise as paid_paise, l.rate_bp,
              o.gst_rate_key
         from orders.order_line l
         cross join lateral (
           select coalesce(sum(taxable_paise), 0)::bigint as taxable_paise,
                  coalesce(sum(platform_discount_paise), 0)::bigint as platform_discount_paise,
                  coalesce(sum(freight_paise), 0)::bigint as freight_paise,
                  coalesce(sum(refund_paise), 0)::bigint as refund_paise
             from orders.line_change where line_id = l.id) c
         left join catalogue.v_offer o on o.offer_id = l.offer_id
        where l.order_id = $1 order by l.id`,
      [orderId],
    );
    return {
      paid_paise: sumPaise(rows.map((row) => row.paid_paise)),
      coupon_paise: sumPaise(rows.map((row) => row.platform_discount_paise)),
      freight_paise: sumPaise(rows.map((row) => row.freight_paise)),
      lines: rows.map((row) => ({
        taxable_paise: row.taxable_paise,
        rate_bp: row.rate_bp > 0 ? row.rate_bp : this.rateOf(row.gst_rate_key, tx.now),
      })),
    };
  }

  /** The register's rate of goods whose maker charged no tax on them: of a composition dealer it counts all the same. */
  private rateOf(gstRateKey: string | null, at: Date): number {
    const key = `gst.rate.${gstRateKey}`;
    if (gstRateKey === null || !isParameterKey(key)) return 0;
    return Math.max(...(this.policy.at(key, at) as GstRate).tiers.map((tier) => tier.rate_bp));
  }
}

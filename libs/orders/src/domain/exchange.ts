import { z } from 'zod';
import { assert } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';
import type { LineParts } from './line-parts.js';
import { returnsAs } from './return-terms.js';
import { shareGone, type LineParts as SoldParts } from './shares.rules.js';

/** What a shopper gets for goods that come back. */
export const returnWants = ['refund', 'exchange'] as const;
export type ReturnWants = (typeof returnWants)[number];

/** Pieces that are kept for an exchange, as they will stand on its order. */
export const exchangedLine = z.object({
  /** Of the first order. */
  lineId: z.uuid(),
  offerId: z.uuid(),
  title: z.string(),
  quantity: z.number(),
  /** A piece; never more than she paid for one. */
  price_paise: paiseColumn,
  weight_g: z.number(),
  lead_days: z.number(),
  returnsAs: z.enum(returnsAs),
  toMake: z.boolean(),
  /** Row of the rate register, without `gst.rate.`; null: kept before it was written down. */
  gstRateKey: z.string().nullable().default(null),
});
export type ExchangedLine = z.infer<typeof exchangedLine>;

/** A line of the first order that pieces are exchanged of. */
export interface FirstLine extends SoldParts {
  gone_quantity: number;
  price_paise: Paise;
  wrap_paise: Paise | null;
  rate_bp: number;
}

/**
 * What of a line goes over to the order of its exchange: the exact share of the pieces, and of a cheaper variant as much of it as
 * it costs less. What does not go over goes back to the shopper. The tax goes over as it was: of another variant it is found anew.
 * @param withFreight  whether what their carriage cost goes over as well; else it stays where it is
 * @rule SM-4
 */
export function carriedOver(
  line: FirstLine,
  to: Pick<ExchangedLine, 'quantity' | 'price_paise'>,
  withFreight: boolean,
): LineParts & { line_paise: Paise; difference_paise: Paise } {
  assert(to.price_paise <= line.price_paise, 'an exchange costs nothing more');
  const goods = shareGone(line, line.gone_quantity, to.quantity, false);
  const whole = shareGone(line, line.gone_quantity, to.quantity, withFreight);
  const wrap = line.wrap_paise ?? 0n;
  const [costs, cost] = [to.price_paise + wrap, line.price_paise + wrap];
  const part = (amount: Paise): Paise => (cost === 0n ? amount : (amount * costs) / cost);

  const [maker, platform, paid] = [
    part(goods.maker_discount_paise),
    part(goods.platform_discount_paise),
    part(goods.refund_paise),
  ];
  const { freight_paise } = whole;
  const tax = (of: 'cgst_paise' | 'sgst_paise' | 'igst_paise'): Paise => part(goods[of]) + whole[of] - goods[of];
  const taxes = { cgst_paise: tax('cgst_paise'), sgst_paise: tax('sgst_paise'), igst_paise: tax('igst_paise') };
  const line_paise = paid + platform + maker;
  const taxed = line_paise - maker + freight_paise;
  return {
    line_paise,
    rate_bp: line.rate_bp,
    ...taxes,
    taxable_paise: taxed - taxes.cgst_paise - taxes.sgst_paise - taxes.igst_paise,
    maker_discount_paise: maker,
    platform_discount_paise: platform,
    freight_paise,
    paid_paise: paid + freight_paise,
    difference_paise: whole.refund_paise - paid - freight_paise,
  };
}

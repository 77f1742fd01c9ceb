import { assert } from '#platform/kernel';
import type { Paise } from '#platform/money';

/** What a line of an order was made of when it was ordered, paise. */
export interface LineParts {
  quantity: number;
  /** Pieces and wrapping. */
  line_paise: Paise;
  maker_discount_paise: Paise;
  platform_discount_paise: Paise;
  freight_paise: Paise;
  cgst_paise: Paise;
  sgst_paise: Paise;
  igst_paise: Paise;
}

/** The part of a line that goes with pieces of it, paise. */
export interface GoneParts {
  goods_paise: Paise;
  maker_discount_paise: Paise;
  platform_discount_paise: Paise;
  freight_paise: Paise;
  taxable_paise: Paise;
  cgst_paise: Paise;
  sgst_paise: Paise;
  igst_paise: Paise;
  /** What goes back to the shopper. */
  refund_paise: Paise;
}

/**
 * The part of a line that goes when pieces of it go. Each amount is the share of all pieces gone so far less the share of
 * those gone before, so that changes in any order and of any size add up to the line, to the paisa.
 *
 * @param before  pieces of the line that were gone already
 * @param pieces  ≥ 1, with `before` no more than the line has
 * @param withFreight  whether what the carriage of these pieces cost goes back as well, with the tax on it
 * @rule SM-4 
 */
export function shareGone(line: LineParts, before: number, pieces: number, withFreight: boolean): GoneParts {
  assert(pieces >= 1, 'something goes');
  assert(before + pieces <= line.quantity, 'no more goes than there is');
  const upTo = (amount: Paise, count: number): Paise => (amount * BigInt(count)) / BigInt(line.quantity);
  const share = (amount: Paise): Paise => upTo(amount, before + pieces) - upTo(amount, before);

  const { maker_discount_paise: maker, platform_discount_paise: platform, freight_paise: freight } = line;
  const goodsValue = line.line_paise - maker;
  const value = goodsValue + freight;
  const ofGoods = (tax: Paise): Paise => (value === 0n ? 0n : (tax * goodsValue) / value);
  const taxOf = (tax: Paise): Paise => share(ofGoods(tax)) + (withFreight ? share(tax - ofGoods(tax)) : 0n);

  assert(goodsValue >= platform, 'the platform gives no more than the goods cost');
  const freight_paise = withFreight ? share(freight) : 0n;
  const refund_paise = share(goodsValue - platform) + freight_paise;
  const [cgst_paise, sgst_paise, igst_paise] = [taxOf(line.cgst_paise), taxOf(line.sgst_paise), taxOf(line.igst_paise)];
  const platform_discount_paise = share(platform);
  const gone_paise = refund_paise + platform_discount_paise;
  const maker_discount_paise = share(maker);
  return {
    goods_paise: gone_paise + maker_discount_paise - freight_paise,
    maker_discount_paise,
    platform_discount_paise,
    freight_paise,
    taxable_paise: gone_paise - cgst_paise - sgst_paise - igst_paise,
    cgst_paise,
    sgst_paise,
    igst_paise,
    refund_paise,
  };
}

/** The amounts of a change, as its columns are called. */
export const goneColumns = [
  'goods_paise',
  'maker_discount_paise',
  'platform_discount_paise',
  'freight_paise',
  'taxable_paise',
  'cgst_paise',
  'sgst_paise',
  'igst_paise',
  'refund_paise',
] as const satisfies readonly (keyof GoneParts)[];

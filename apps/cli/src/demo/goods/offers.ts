import type { OfferInput } from '#catalogue';
import type { Drawn } from './drawn.js';
import { Lot } from './lot.js';
import type { PlannedGoods } from './plan.js';
import type { Word } from './words/craft.js';

export const rupees = (whole: number) => ({ paise: whole * 100, currency: 'INR' as const });
const rounded = (whole: number): number => (whole < 200 ? Math.round(whole / 5) * 5 : Math.round(whole / 10) * 10);

/** Crafts whose articles come in sizes rather than colours. */
const sized: Readonly<Record<string, readonly string[]>> = {
  garment: ['S', 'M', 'L', 'XL'],
  knitwear: ['M', 'L', 'XL'],
  chikan: ['S', 'M', 'L'],
  juttis: ['6', '7', '8', '9'],
  shoes: ['7', '8', '9'],
};
/** What is made once it is ordered. */
const slow = new Set(['wedding saree', 'carved chair', 'swing', 'carved chest', 'wooden bed', 'veena', 'bicycle']);

/** Variants with prices within the MRP; some with breaks, some with a lower price for public buyers, a few sold out. @rule */
export function offersOf(goods: PlannedGoods, drawn: Drawn): OfferInput[] {
  const { article, craft, number } = goods;
  const lot = new Lot('offers', goods.id);
  const [least, most] = article.price;
  // Most goods are nearer to the cheap end.
  const share = (lot.below(100) * lot.below(100)) / 10_000;
  const price = rounded(least + (most - least) * share);
  const isSoldOut = lot.below(20) === 0;
  const isMadeToOrder = slow.has(article.name);
  return variantsOf(goods, drawn, lot).map(({ label, options, dearer }, i) => {
    const each = rounded((price * (100 + dearer)) / 100);
    return {
      label,
      price: rupees(each),
      mrp: rupees(rounded((each * (105 + lot.below(4) * 5)) / 100) + 10),
      stock: isSoldOut ? 0 : isMadeToOrder ? 1 + lot.below(4) : 2 + lot.below(craft.manner === 'food' ? 180 : 28),
      leadDays: isMadeToOrder ? 15 + lot.below(20) : 1 + lot.below(6),
      minQuantity: article.unit === 'metre' ? 2 : 1,
      maxQuantity: article.unit === 'metre' ? 100 : 20,
      options,
      sku: `D${number}-${i + 1}`,
      gtin: null,
      isMadeToOrder,
      quantityBreaks: lot.below(5) === 0 && each >= 100 ? [{ from: 10, price: rupees(rounded(each * 0.94)) }] : [],
      governmentPrice: lot.below(6) === 0 && each >= 100 ? rupees(rounded(each * 0.97)) : null,
    };
  });
}

function variantsOf({ craft, article }: PlannedGoods, drawn: Drawn, lot: Lot) {
  const sizes = sized[craft.key];
  if (sizes) return sizes.map((size) => ({ label: size, options: [{ name: 'size', value: size }], dearer: 0 }));
  if (craft.manner === 'food') {
    const isBulk = lot.below(4) === 0;
    const packs = isBulk
      ? [
          { label: 'one pack', dearer: 0 },
          { label: 'pack of three', dearer: 190 },
        ]
      : [{ label: 'one pack', dearer: 0 }];
    return packs.map(({ label, dearer }) => ({
      label,
      options: isBulk ? [{ name: 'pack', value: label }] : [],
      dearer,
    }));
  }
  const more = [0, 0, 1, 2][lot.below(4)]!;
  const others = craft.colours.filter((colour) => colour !== drawn.colour);
  const colours: Word[] = [drawn.colour, ...others.slice(0, more)];
  const isOne = colours.length === 1;
  return colours.map((colour, i) => ({
    label: isOne ? article.name : colour.en,
    options: isOne ? [] : [{ name: 'colour', value: colour.en }],
    dearer: i * 2,
  }));
}

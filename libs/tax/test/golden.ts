import { newId } from '#platform/kernel';
import { rupees, type Paise } from '#platform/money';
import type { GstStatus } from '#sellers';
import type { DocumentLine } from '../src/index.js';
import { taxWithin } from '../src/domain/line-tax.js';
import { supplyBetween } from '../src/domain/supply.js';

/** Goods of a golden document: what is asked for them, its tax held, in rupees. */
interface GoldenGoods {
  pieces: number;
  /** a piece */
  price: number;
  rate_bp: number;
  /** of the maker, on the line */
  discount?: number;
  freight?: number;
  /** of the platform, on the line */
  coupon?: number;
}

/** A supply and what its paper must say, worked out by hand; amounts in rupees. */
export interface Golden {
  name: string;
  status: GstStatus | null;
  from: string;
  to: string;
  goods: readonly GoldenGoods[];
  says: {
    title: string;
    prefix: string;
    taxable: number;
    cgst: number;
    sgst: number;
    igst: number;
    total: number;
    /** of the total */
    platform: number;
  };
}

const says = (title: string, prefix: string, of: readonly [number, number, number, number, number], platform = 0) => {
  const [taxable, cgst, sgst, igst, total] = of;
  return { title, prefix, taxable, cgst, sgst, igst, total, platform };
};
const stole = { pieces: 1, price: 1_050, rate_bp: 500 };
const inBihar = { status: 'registered', from: 'IN-BR', to: 'IN-BR' } as const;
const beyond = { ...inBihar, to: 'IN-DL' } as const;

export const goldens: readonly Golden[] = [
  {
    ...{ name: 'within a State, two halves', ...inBihar, goods: [stole] },
    says: says('Tax invoice', 'INV', [1_000, 25, 25, 0, 1_050]),
  },
  {
    ...{ name: 'from State to State, one whole', ...beyond, goods: [{ ...stole, price: 2_499 }] },
    says: says('Tax invoice', 'INV', [2_380, 0, 0, 119, 2_499]),
  },
  {
    ...{ name: 'within a Territory', status: 'registered', from: 'IN-CH', to: 'IN-CH' },
    ...{ goods: [{ ...stole, price: 999 }], says: says('Tax invoice', 'INV', [951.42, 23.79, 23.79, 0, 999]) },
  },
  {
    ...{ name: 'a composition dealer', ...inBihar, status: 'composition' },
    ...{ goods: [{ ...stole, price: 800, rate_bp: 0 }], says: says('Bill of supply', 'BOS', [800, 0, 0, 0, 800]) },
  },
  {
    ...{ name: 'an enrolled maker', ...inBihar, status: 'enrolled_unregistered' },
    ...{ goods: [{ ...stole, price: 450, rate_bp: 0 }], says: says('Bill of supply', 'BOS', [450, 0, 0, 0, 450]) },
  },
  {
    ...{ name: 'goods that bear no tax', ...beyond, goods: [{ pieces: 3, price: 100, rate_bp: 0 }] },
    says: says('Bill of supply', 'BOS', [300, 0, 0, 0, 300]),
  },
  {
    ...{ name: 'goods with and without tax', ...inBihar, goods: [stole, { pieces: 3, price: 100, rate_bp: 0 }] },
    says: says('Invoice-cum-bill of supply', 'INV', [1_300, 25, 25, 0, 1_350]),
  },
  {
    ...{
      name: 'a maximum price at eighteen per cent',
      ...beyond,
      goods: [{ pieces: 1, price: 2_999, rate_bp: 1_800 }],
    },
    says: says('Tax invoice', 'INV', [2_541.53, 0, 0, 457.47, 2_999]),
  },
  {
    ...{ name: 'carriage follows its goods', ...inBihar, goods: [{ ...stole, price: 1_000, freight: 50 }] },
    says: says('Tax invoice', 'INV', [1_000, 25, 25, 0, 1_050]),
  },
  {
    ...{ name: 'the maker’s discount lowers the value', ...beyond, goods: [{ ...stole, price: 1_150, discount: 100 }] },
    says: says('Tax invoice', 'INV', [1_000, 0, 0, 50, 1_050]),
  },
  {
    ...{ name: 'the platform’s does not', ...inBihar, goods: [{ ...stole, coupon: 200 }] },
    says: says('Tax invoice', 'INV', [1_000, 25, 25, 0, 1_050], 200),
  },
  {
    ...{ name: 'two rates on one paper', ...beyond, goods: [stole, { pieces: 2, price: 590, rate_bp: 1_800 }] },
    says: says('Tax invoice', 'INV', [2_000, 0, 0, 230, 2_230]),
  },
];

/** The lines such a supply has when its order was priced. */
export const linesOf = ({ from, to, goods }: Pick<Golden, 'from' | 'to' | 'goods'>): DocumentLine[] =>
  goods.map(({ pieces, price, rate_bp, discount = 0, freight = 0, coupon = 0 }, i) => {
    const gross_paise: Paise = rupees(price) * BigInt(pieces);
    const [discount_paise, freight_paise] = [rupees(discount), rupees(freight)];
    return {
      ...{ lineId: newId(), title: `Silk stole ${i + 1}`, hsn: '6214', uqc: 'PCS', quantity: pieces, rate_bp },
      ...taxWithin(gross_paise - discount_paise + freight_paise, rate_bp, supplyBetween(from, to)),
      ...{ gross_paise, discount_paise, freight_paise, platform_paise: rupees(coupon) },
    };
  });

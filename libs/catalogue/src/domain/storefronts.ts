import type { PreferenceFlag, SellerClass } from '#sellers';
import type { Certification } from './declarations.js';
import type { Handmade } from './listing-content.js';

/** What a storefront asks of goods. */
export interface StorefrontGoods {
  /** Slug of the category and of the groups it stands in. */
  categories: readonly string[];
  hasOdopEntry: boolean;
  isGi: boolean;
  handmade: Handmade;
  state_code: string;
  /** Kinds of the marks that hold now. */
  marks: readonly Certification['kind'][];
  hasGiftWrap: boolean;
}
/** What a storefront asks of their maker. */
export interface StorefrontMaker {
  class: SellerClass;
  /** Proved by a register, never typed by herself. */
  flags: readonly PreferenceFlag[];
}

interface Storefront {
  slug: string;
  name: string;
  /** The rule in words, for everybody. */
  says: string;
  takes: (goods: StorefrontGoods, maker: StorefrontMaker) => boolean;
}

const northEast = new Set(['IN-AR', 'IN-AS', 'IN-MN', 'IN-ML', 'IN-MZ', 'IN-NL', 'IN-SK', 'IN-TR']);

/** Windows of the bazaar: each a rule over goods and maker, none a list that somebody keeps. */
export const storefronts: readonly Storefront[] = [
  {
    slug: 'odop-bazaar',
    name: 'ODOP Bazaar',
    says: 'Goods under an entry of the One District One Product list.',
    takes: (goods) => goods.hasOdopEntry,
  },
  {
    slug: 'saras',
    name: 'The Saras Collection',
    says: 'Goods of Self Help Groups.',
    takes: (_, maker) => maker.class === 'shg',
  },
  {
    slug: 'handloom',
    name: 'India Handloom',
    says: 'Cloth woven on a loom without power.',
    takes: (goods) => goods.handmade === 'handloom',
  },
  {
    slug: 'handicraft',
    name: 'India Handicraft',
    says: 'Crafts that their maker declares handmade.',
    takes: (goods) => goods.handmade === 'handmade' && goods.categories.includes('handicrafts'),
  },
  {
    slug: 'tribes',
    name: 'Tribes India',
    says: 'Goods that carry the mark of the tribal cooperative federation.',
    takes: (goods) => goods.marks.includes('tribes_india'),
  },
  {
    slug: 'womaniya',
    name: 'Womaniya',
    says: 'Goods of Self Help Groups and of enterprises that a register proves to be owned by women.',
    takes: (_, maker) => maker.class === 'shg' || maker.flags.includes('women'),
  },
  {
    slug: 'startup',
    name: 'Startup Runway',
    says: 'Goods of startups that the register recognises.',
    takes: (_, maker) => maker.flags.includes('startup'),
  },
  {
    slug: 'gifts',
    name: 'Gifts',
    says: 'Goods under an ODOP entry or with a registered GI that their maker wraps as a gift.',
    takes: (goods) => goods.hasGiftWrap && (goods.hasOdopEntry || goods.isGi),
  },
  {
    slug: 'khadi',
    name: 'Khadi India',
    says: 'Khadi cloth, and goods that carry the Khadi Mark.',
    takes: (goods) => goods.categories.includes('khadi-fabric') || goods.marks.includes('khadi_mark'),
  },
  {
    slug: 'north-east-bamboo',
    name: 'Bamboo of the North East',
    says: 'Bamboo ware and furniture of the eight States of the North East.',
    takes: (goods) =>
      northEast.has(goods.state_code) &&
      ['cane-and-bamboo', 'bamboo-furniture'].some((slug) => goods.categories.includes(slug)),
  },
  {
    slug: 'fpo',
    name: 'Farmer Producer Organisations',
    says: 'Goods of Farmer Producer Organisations.',
    takes: (_, maker) => maker.class === 'fpo_company' || maker.class === 'fpo_cooperative',
  },
];

/** The storefronts goods stand in, by slug. */
export const storefrontsOf = (goods: StorefrontGoods, maker: StorefrontMaker): string[] =>
  storefronts.filter((one) => one.takes(goods, maker)).map((one) => one.slug);

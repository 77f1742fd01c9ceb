import type { SellerClass } from '#sellers';
import { namedId } from '#platform/kernel';
import { inventedName } from '../makers/invented-names.js';
import { shopName, type Home } from '../makers/invented-papers.js';
import type { InventedMaker } from '../makers/invented-makers.js';
import { Lot } from './lot.js';
import type { Article, Craft } from './words/craft.js';
import { crafts } from './words/crafts.js';
import { foods } from './words/foods.js';
import { isKnown } from './words/repute.js';

/** A product of a district's list, and where a maker of it would live. */
export interface Ground extends Home {
  districtId: string;
  pincode: string;
  state: string;
  entryId: string;
  entrySlug: string;
  product: string;
  sector: string;
  gi: boolean;
}

/** A maker of the demo's goods, at home where her product is. */
export interface GoodsMaker extends InventedMaker {
  ground: Ground;
  shop: string;
}

/** One of the goods to be described: what, by whom, and whether under the entry of her district. */
export interface PlannedGoods {
  id: string;
  number: number;
  maker: GoodsMaker;
  craft: Craft;
  article: Article;
  isTied: boolean;
}

export const goods_default = 2_000;
/** Numbers of other demo makers end below; their papers must differ. */
const first_number = 3_000;
const makers_most = 640;
/** Of so many goods one stands under no entry: soap, biscuits, school bags. */
const untied_every = 9;

const classes: Readonly<Record<string, readonly SellerClass[]>> = {
  handloom: ['weaver', 'weaver', 'shg', 'weaver', 'micro_small', 'fpo_cooperative'],
  textiles: ['weaver', 'micro_small', 'shg', 'micro_small', 'startup'],
  handicrafts: ['artisan', 'artisan', 'shg', 'artisan', 'micro_small', 'fpo_company'],
  agriculture: ['fpo_company', 'fpo_cooperative', 'shg', 'fpo_company'],
  food_processing: ['shg', 'micro_small', 'shg', 'startup', 'fpo_company'],
  dairy: ['fpo_cooperative', 'fpo_company', 'shg'],
  marine: ['fpo_company', 'shg', 'fpo_cooperative'],
  manufacturing: ['micro_small', 'other', 'micro_small', 'startup'],
  others: ['micro_small', 'startup', 'shg'],
};

/** What is made under a product's name. */
export const craftsUnder = (product: string): Craft[] => crafts.filter((craft) => craft.under?.test(product) === true);
/** Where there is water. */
const foodsOfPlaces = new Set(['dried-fish', 'dried-prawns', 'fish-pickle', 'seaweed']);
const clothOfTowns = new Set(['garment', 'knitwear', 'vest', 'quilt', 'jute']);
/** What is made everywhere, in kitchens and workshops: sold without an entry. */
const everywhere: readonly Craft[] = crafts.filter(
  (craft) =>
    craft.manner === 'work' || (foods.includes(craft) && !foodsOfPlaces.has(craft.key)) || clothOfTowns.has(craft.key),
);

/**
 * Who makes what: State after State in turn, products with a GI first, one maker for each product; then article after article
 * of what is made under it. The same for the same registers, in every installation.
 * @param grounds  products that take listings
 */
export function planGoods(grounds: readonly Ground[], count = goods_default): PlannedGoods[] {
  const makers = choose(grounds, Math.min(makers_most, count)).map(makerOf);
  const turns = new Turns();
  const planned: PlannedGoods[] = [];
  for (let turn = 0; planned.length < count; turn++) {
    for (const maker of makers) {
      if (planned.length === count) break;
      const number = planned.length + 1;
      const isTied = number % untied_every !== 0;
      const [craft, article] = isTied ? turns.next(maker, turn) : untied(number);
      const id = namedId('demo goods', maker.ground.entryId, craft.key, article.name, String(turn));
      planned.push({ id, number, maker, craft, article, isTied });
    }
  }
  return planned;
}

/** What everybody has heard of comes first, then what has a GI. */
const fameOf = (ground: Ground): number =>
  2 * Number(isKnown({ district: ground.slug, product: ground.product })) + Number(ground.gi);

function choose(grounds: readonly Ground[], most: number): Ground[] {
  const byState = new Map<string, Ground[]>();
  const inOrder = grounds
    .filter((ground) => craftsUnder(ground.product).length > 0)
    .map((ground) => ({ ground, lot: new Lot(ground.slug, ground.entrySlug).below(60_000), fame: fameOf(ground) }))
    .sort((a, b) => b.fame - a.fame || a.lot - b.lot || (a.ground.slug < b.ground.slug ? -1 : 1));
  for (const { ground } of inOrder) {
    const list = byState.get(ground.stateCode) ?? [];
    byState.set(ground.stateCode, [...list, ground]);
  }
  const states = [...byState.keys()].sort();
  const chosen: Ground[] = [];
  for (let round = 0; chosen.length < most; round++) {
    const before = chosen.length;
    for (const state of states) {
      const ground = byState.get(state)![round];
      if (ground && chosen.length < most) chosen.push(ground);
    }
    if (chosen.length === before) break;
  }
  return chosen;
}

function makerOf(ground: Ground, i: number): GoodsMaker {
  const number = first_number + i + 1;
  const name = inventedName('owner of goods', number);
  const key = `${ground.slug} ${ground.entrySlug}`;
  const owner = {
    id: namedId('demo goods owner', key),
    name,
    mobile: `90003${String(number).padStart(5, '0')}`,
  };
  const kinds = classes[ground.sector] ?? classes['others']!;
  const sellerClass = new Lot('class', key).from(kinds);
  const maker = {
    ...{ number, owner, class: sellerClass, stateCode: ground.stateCode, turn: 0, opensDistrictOffice: false },
    sellerId: namedId('demo goods maker', key),
  };
  return { ...maker, ground, shop: shopName(maker) };
}

/**
 * What a maker makes in a turn: first what her product is known for, then of all she may make what the bazaar has least of,
 * so that no shelf stays empty.
 */
class Turns {
  private readonly made = new Map<Craft, number>();

  next(maker: GoodsMaker, turn: number): [Craft, Article] {
    const fits = craftsUnder(maker.ground.product);
    const count = (craft: Craft): number => this.made.get(craft) ?? 0;
    const rare = fits.reduce((least, craft) => (count(craft) < count(least) ? craft : least));
    const craft = turn === 0 || turn % 3 === 2 ? fits[0]! : rare;
    this.made.set(craft, count(craft) + 1);
    const first = new Lot('first article', maker.sellerId, craft.key).below(craft.articles.length);
    return [craft, craft.articles[(first + turn) % craft.articles.length]!];
  }
}

/** Through all that is sold without an entry, one after the other. */
function untied(number: number): [Craft, Article] {
  const turn = Math.floor(number / untied_every);
  const craft = everywhere[turn % everywhere.length]!;
  return [craft, craft.articles[Math.floor(turn / everywhere.length) % craft.articles.length]!];
}

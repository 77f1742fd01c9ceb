// Goods and makers by number: the same number is always the same goods. They are made of what the register holds – products,
// their names, districts – and of what categories ask of goods, so that words are as common and as rare as in the real shop.

/** Of the first day everything stands on; nothing depends on the day of the run. */
const firstDay_ms = Date.UTC(2026, 0, 1);
const days = 240;
/** So many goods a maker has, on average. */
export const goodsOfMaker = 40;

const endings = [
  ...['with woven border', 'with fine border', 'in indigo', 'in natural colours', 'in madder red', 'in ivory', 'plain'],
  ...['for the festival', 'for weddings', 'for every day', 'as a gift', 'set of two', 'set of four', 'large', 'small'],
  ...[
    'classic',
    'old pattern',
    'new pattern',
    'hand finished',
    'with floral motif',
    'with peacock motif',
    'with check',
  ],
];
const names = [
  ...['Asha', 'Meena', 'Rukmini', 'Salma', 'Lakshmi', 'Gauri', 'Zeenat', 'Kamala', 'Parvati', 'Noor', 'Radha', 'Tara'],
  ...['Imran', 'Raju', 'Suresh', 'Bikash', 'Ganesh', 'Harish', 'Joseph', 'Kabir', 'Mohan', 'Naresh', 'Prem', 'Yusuf'],
];
const trades = [
  'Handlooms',
  'Crafts',
  'Works',
  'Udyog',
  'Collective',
  'Farm',
  'Weavers',
  'Kala Kendra',
  'Products',
  'Arts',
];
const classes = [
  'artisan',
  'weaver',
  'shg',
  'artisan',
  'weaver',
  'fpo_company',
  'micro_small',
  'artisan',
  'startup',
  'shg',
];
const origins = ['CN', 'NP', 'BD', 'LK', 'VN'];

/**
 * @typedef {object} Register what there is to sell, and where
 * @property {any[]} districts with at least one product, each with its `entries`
 * @property {any[]} categories that take goods, each with `up`: itself and the groups above
 * @property {string[]} pictures ids of the motifs
 */

/**
 * Numbers from 0 to 1, the same ones for the same number (Mulberry32, begun far apart).
 *
 * @param {number} kind
 * @param {number} n
 */
export function chances(kind, n) {
  let state = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(kind, 0x85ebca6b);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** An id that sorts by its time, as those of the application do, and is of this number alone. @param {number} kind @param {number} n @param {number} at_ms */
function idOf(kind, n, at_ms) {
  const time = at_ms.toString(16).padStart(12, '0');
  const own = (Math.imul(n + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${own.slice(0, 3)}-8${own.slice(3, 6)}-${own.slice(6)}${String(kind).padStart(10, '0')}`;
}

/** @template T @param {() => number} chance @param {readonly T[]} of @returns {T} */
const pick = (chance, of) => /** @type {T} */ (of[Math.floor(chance() * of.length)]);

/** @type {Map<number, ReturnType<typeof makeMaker>>} */
const madeMakers = new Map();

/** A maker; the same one each time. @param {Register} register @param {number} m */
export function makerOf(register, m) {
  const made = madeMakers.get(m) ?? makeMaker(register, m);
  madeMakers.set(m, made);
  return made;
}

/** A maker of a district; every district with a product has some, a few have many. @param {Register} register @param {number} m */
function makeMaker(register, m) {
  const chance = chances(1, m);
  const { districts } = register;
  const district = m < districts.length ? districts[m] : districts[Math.floor(chance() ** 2 * districts.length)];
  return {
    id: idOf(1, m, firstDay_ms + m),
    district,
    name: `${pick(chance, names)} ${pick(chance, trades)} ${m + 1}`,
    class: pick(chance, classes),
    place: district.name,
  };
}

/**
 * Everything about the goods of a number: a row of the catalogue, what can be bought of it, and what the shelf is made from.
 *
 * @param {Register} register
 * @param {number} makers how many there are
 * @param {number} n
 */
export function goodsOf(register, makers, n) {
  const chance = chances(2, n);
  const maker = makerOf(register, n < makers ? n : Math.floor(chance() ** 1.5 * makers));
  const { district } = maker;
  const isGeneral = chance() < 0.08;
  const entry = isGeneral ? null : pick(chance, district.entries);
  const category = entry === null ? pick(chance, register.categories) : pick(chance, entry.categories);
  const live_ms = firstDay_ms + Math.floor(chance() * days * 86_400) * 1_000;
  const id = idOf(2, n, live_ms - 86_400_000);
  const said = category.parameters.flatMap((/** @type {any} */ asked) =>
    asked.kind === 'choice' ? [{ key: asked.key, value: pick(chance, asked.choices) }] : [],
  );
  const product = entry === null || entry.product.length > 48 ? category.name : entry.product;
  const stuff = said[0] === undefined ? '' : `${said[0].value} `;
  const ending = pick(chance, endings);
  const title = `${stuff}${product} ${ending}`.slice(0, 120);
  const price =
    10_000n + BigInt(Math.floor(chance() ** 4 * 2_500)) * 1_000n + BigInt(Math.floor(chance() * 90)) * 1_000n;
  const isTextile = category.up.some((/** @type {any} */ one) => one.slug === 'textiles' || one.slug === 'handlooms');
  const isFood = category.is_food;
  const pieces = chance() < 0.1 ? 0 : 1 + Math.floor(chance() * 200);
  const isSized = chance() < 0.5;
  return {
    n,
    id,
    maker,
    district,
    entry,
    category,
    title,
    price,
    pieces,
    isSized,
    liveAt: new Date(live_ms),
    offerId: idOf(3, n, live_ms - 86_400_000),
    mrp: price + (price / 10_000n) * 1_000n,
    commonName: category.name.toLowerCase().slice(0, 60),
    description:
      `${title[0]?.toUpperCase()}${title.slice(1)} from ${district.name}, ${district.state_name}. ` +
      `Made by ${maker.name}${said[1] === undefined ? '' : `, ${said[1].key.replaceAll('_', ' ')}: ${said[1].value}`}. ` +
      pick(chance, ['Each piece differs a little.', 'Packed with care.', 'Sent within a week.', 'Made to last.']),
    parameters: Object.fromEntries(said.map((/** @type {any} */ one) => [one.key, one.value])),
    handmade: isFood ? 'none' : isTextile && chance() < 0.6 ? 'handloom' : chance() < 0.8 ? 'handmade' : 'none',
    origin: chance() < 0.02 ? pick(chance, origins) : 'IN',
    pins: chance() < 0.15 ? [district.pin.slice(0, 2), pick(chance, ['1', '4', '56', '60', '70'])] : null,
    care: chance() < 0.4 ? 'Keep dry.' : null,
    giftWrap: chance() < 0.2 ? 5_000n : null,
    certifications: markOf(chance(), n),
    picture: pick(chance, register.pictures),
    weight_g: 50 + Math.floor(chance() * 5_000),
    lead: 1 + Math.floor(chance() * 15),
    reviews: chance() < 0.3 ? stars(chance) : [0, 0, 0, 0, 0],
  };
}

/** @param {number} luck @param {number} n */
function markOf(luck, n) {
  if (luck >= 0.06) return [];
  const kind = luck < 0.01 ? 'tribes_india' : luck < 0.03 ? 'handloom_mark' : luck < 0.04 ? 'khadi_mark' : 'silk_mark';
  return [{ kind, number: `BENCH-${n}`, validTo: null }];
}

/** Reviews with one star, with two … @param {() => number} chance */
const stars = (chance) => [0.05, 0.05, 0.1, 0.3, 0.5].map((share) => Math.floor(share * chance() * 20));

import { listingInput, seededCategories, type ListingInput } from '#catalogue';
import type { Drawn } from './drawn.js';
import { Lot } from './lot.js';
import { offersOf, rupees } from './offers.js';
import type { PlannedGoods } from './plan.js';
import { sayDescription, sayHindi, sayTitle } from './sayings.js';
import { reputeOf } from './words/repute.js';
import { nameAtHome } from './words/tongues.js';

export function drawnOf(goods: PlannedGoods): Drawn {
  const { craft, maker, number } = goods;
  const lot = new Lot('words', goods.id);
  const { ground } = maker;
  return {
    // Numbers walk through the list, so that neighbours differ; lots would repeat themselves.
    stuff: craft.stuffs[number % craft.stuffs.length]!,
    motif: lot.from(craft.motifs),
    colour: lot.from(craft.colours),
    how: lot.from(craft.how),
    use: lot.from(craft.uses),
    label: goods.isTied
      ? reputeOf({ district: ground.slug, product: ground.product, districtName: ground.district })
      : { en: ground.district, hi: null },
  };
}

/** What the maker would have written about the goods. @param images  the pictures they are shown by */
export function describeGoods(goods: PlannedGoods, drawn: Drawn, images: ListingInput['images']): ListingInput {
  const { craft, article, maker } = goods;
  const lot = new Lot('terms', goods.id);
  const [length = 0, width = 0, height = 1] = article.size_cm;
  const isByWeight = ['gram', 'kilogram', 'millilitre', 'litre'].includes(article.unit);
  return listingInput.parse({
    odopEntryId: goods.isTied ? maker.ground.entryId : null,
    category: craft.category,
    parameters: answersOf(goods, drawn),
    title: sayTitle(goods, drawn),
    description: sayDescription(goods, drawn),
    commonName: article.name,
    hsn: article.hsn,
    gstRateKey: article.gstRateKey,
    unit: isByWeight ? 'piece' : article.unit,
    netQuantity: { value: article.net, unit: article.unit },
    handmade: craft.hand,
    weight_g: Math.max(20, Math.round((article.weight_g * (90 + lot.below(30))) / 100)),
    size_mm: width === 0 ? null : { length: length * 10, width: width * 10, height: height * 10 },
    care: craft.care,
    food: craft.food,
    images,
    declarations: { consumerCare: { phone: `1800${100_000 + maker.number}` } },
    certifications: marksOf(goods, lot),
    translations: translationsOf(goods, drawn, lot),
    servesPins: ['fresh-fruit', 'vegetable', 'paneer'].includes(craft.key) ? [maker.ground.pincode.slice(0, 2)] : null,
    giftWrap: craft.manner === 'thing' && lot.falls(4) ? rupees(40 + 10 * lot.below(6)) : null,
    offers: offersOf(goods, drawn),
  });
}

const asked = new Map(seededCategories.map((one) => [one.slug, new Set(one.parameters.map(({ key }) => key))]));

function answersOf({ craft, article }: PlannedGoods, drawn: Drawn) {
  const [length_cm, width_cm, height_cm] = article.size_cm;
  const said: Readonly<Record<string, string>> = {
    '@stuff': drawn.stuff.choice,
    '@motif': drawn.motif.en,
    '@how': drawn.how,
    '@use': drawn.use,
    '@article': article.name,
    '@label': drawn.label.en,
  };
  const ready = { length_cm, width_cm, height_cm, weave: drawn.motif.en, colour: drawn.colour.en };
  const own = Object.entries(craft.answers).map(([key, value]) => [
    key,
    typeof value === 'string' ? (said[value] ?? value) : value,
  ]);
  const answers = { fibre: drawn.stuff.choice, ...ready, ...Object.fromEntries(own) };
  return Object.entries(answers)
    .filter(([key, value]) => value !== undefined && asked.get(craft.category)?.has(key) === true)
    .map(([key, value]) => ({ key, value: value as string | number | boolean }));
}

/** Marks of which there is a register; toys of a maker who is no registered artisan have a licence. @rule */
function marksOf({ craft, maker, isTied, number }: PlannedGoods, lot: Lot) {
  const isToy = craft.key === 'toys' && (maker.class !== 'artisan' || !isTied);
  return [
    ...(isToy ? [{ kind: 'bis' as const, number: `DEMO-R-${number}` }] : []),
    ...(craft.mark !== null && lot.falls(5)
      ? [{ kind: craft.mark, number: `DEMO-${craft.key.toUpperCase()}-${number}` }]
      : []),
  ];
}

/** Two of three goods have a Hindi title; where we have a word for them, also one in the language of the State. */
function translationsOf(goods: PlannedGoods, drawn: Drawn, lot: Lot) {
  const home = nameAtHome(goods.maker.stateCode, goods.article.name);
  const hindi = sayHindi(goods, drawn);
  return [
    ...(lot.below(3) < 2 ? [{ lang: 'hi', ...hindi }] : []),
    ...(home && lot.falls(7)
      ? [{ lang: home.lang, title: home.name, description: `${home.name}. ${sayDescription(goods, drawn)}` }]
      : []),
  ];
}

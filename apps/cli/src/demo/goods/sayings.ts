import type { Drawn } from './drawn.js';
import { Lot } from './lot.js';
import type { PlannedGoods } from './plan.js';
import type { Manner } from './words/craft.js';

type Say = (goods: PlannedGoods, drawn: Drawn) => string;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const isPlain = (drawn: Drawn): boolean => drawn.motif.en.startsWith('plain');
/** ' with peacock', nothing for plain goods. */
const withMotif = (drawn: Drawn, before = ' with '): string => (isPlain(drawn) ? '' : `${before}${drawn.motif.en}`);
const size = ({ article }: PlannedGoods): string => article.size_cm.join(' × ');
const quantity = ({ article }: PlannedGoods): string =>
  article.unit === 'gram' && article.net >= 1000
    ? `${article.net / 1000} kg`
    : `${article.net} ${article.unit === 'gram' ? 'g' : 'ml'}`;
/** Once: 'silver anklets' of silver, 'cotton shirt' of cotton. */
const stuffFor = ({ article }: PlannedGoods, { stuff }: Drawn): string => {
  const first = stuff.en.split(' ')[0]!;
  return article.name.toLowerCase().includes(first.toLowerCase()) ? '' : `${stuff.en} `;
};

const titles: Readonly<Record<Manner, readonly Say[]>> = {
  cloth: [
    (goods, drawn) =>
      `${drawn.label.en} ${stuffFor(goods, drawn)}${goods.article.name}${withMotif(drawn)}, ${drawn.colour.en}`,
    (goods, drawn) =>
      `${capital(drawn.colour.en)} ${stuffFor(goods, drawn)}${goods.article.name}${withMotif(drawn)} – ${drawn.label.en}`,
    (goods, drawn) => `${drawn.label.en} ${goods.article.name} in ${drawn.stuff.en}${withMotif(drawn, ', ')}`,
    (goods, drawn) =>
      `${capital(stuffFor(goods, drawn) + goods.article.name)} of ${drawn.label.en}, ${drawn.colour.en}${withMotif(drawn)}`,
  ],
  thing: [
    (goods, drawn) => `${drawn.label.en} ${goods.article.name}${withMotif(drawn)}`,
    (goods, drawn) => `${capital(stuffFor(goods, drawn) + goods.article.name)}${withMotif(drawn)}, ${drawn.label.en}`,
    (goods, drawn) =>
      `${capital(goods.article.name)} of ${drawn.stuff.en}${withMotif(drawn, ', ')} (${drawn.label.en})`,
    (goods, drawn) => `${drawn.label.en} ${stuffFor(goods, drawn)}${goods.article.name}, ${drawn.colour.en}`,
  ],
  food: [
    (goods, drawn) => `${drawn.label.en} ${goods.article.name}, ${drawn.stuff.en}, ${quantity(goods)}`,
    (goods, drawn) =>
      `${capital(stuffFor(goods, drawn) + goods.article.name)} from ${drawn.label.en}, ${quantity(goods)}`,
    (goods, drawn) => `${drawn.label.en} ${stuffFor(goods, drawn)}${goods.article.name}, ${quantity(goods)}`,
  ],
  work: [
    (goods, drawn) => `${capital(stuffFor(goods, drawn) + goods.article.name)}${withMotif(drawn, ', ')}`,
    (goods, drawn) => `${drawn.label.en} ${goods.article.name}${withMotif(drawn, ', ')}, ${drawn.stuff.en}`,
    (goods, drawn) => `${capital(goods.article.name)}, ${drawn.stuff.en}, ${drawn.colour.en}`,
  ],
};

const place = ({ maker }: PlannedGoods): string => `${maker.ground.district}, ${maker.ground.state}`;

const openings: Readonly<Record<Manner, readonly Say[]>> = {
  cloth: [
    (goods, drawn) => `${capital(drawn.how)} in ${place(goods)}.`,
    (goods, drawn) => `A ${goods.article.name} in ${drawn.colour.en}${withMotif(drawn)}, ${drawn.how}.`,
    (goods, drawn) => `${capital(drawn.stuff.en)} from ${place(goods)}, ${drawn.how}.`,
    (goods, drawn) =>
      `This ${goods.article.name} comes from the workshops of ${goods.maker.ground.district}, where it is ${drawn.how}.`,
  ],
  thing: [
    (goods, drawn) => `${capital(drawn.how)} in ${place(goods)}.`,
    (goods, drawn) => `${capital(drawn.stuff.en)}, ${drawn.how}. Made in ${goods.maker.ground.district}.`,
    (goods, drawn) => `From ${place(goods)}: ${goods.article.name}${withMotif(drawn)}, ${drawn.how}.`,
    (goods, drawn) => `In the lanes of ${goods.maker.ground.district} ${drawn.stuff.en} is still ${drawn.how}.`,
  ],
  food: [
    (goods, drawn) => `${capital(drawn.stuff.en)} ${goods.article.name} of ${place(goods)}, ${drawn.how}.`,
    (goods, drawn) => `${capital(drawn.how)} in the villages around ${goods.maker.ground.district}.`,
    (goods, drawn) => `From ${place(goods)}: ${goods.article.name}, ${drawn.how}.`,
  ],
  work: [
    (goods, drawn) => `${capital(drawn.stuff.en)}, ${drawn.how}. Made in ${place(goods)}.`,
    (goods, drawn) => `${capital(goods.article.name)} of a workshop in ${goods.maker.ground.district}, ${drawn.how}.`,
  ],
};

const measures: Readonly<Record<Manner, Say>> = {
  cloth: (goods, drawn) =>
    goods.article.unit === 'metre'
      ? `Width ${goods.article.size_cm[1]} cm; colour ${drawn.colour.en}.`
      : `It measures ${size(goods)} cm; colour ${drawn.colour.en}.`,
  thing: (goods, drawn) => `About ${size(goods)} cm. Colour: ${drawn.colour.en}.`,
  food: (goods) => `Net ${quantity(goods)}.`,
  work: (goods) => (goods.article.size_cm.length > 0 ? `Size about ${size(goods)} cm.` : `Net ${quantity(goods)}.`),
};

/** A title as a maker would put it. */
export const sayTitle: Say = (goods, drawn) =>
  new Lot('title', goods.id).from(titles[goods.craft.manner])(goods, drawn);

/** A few sentences: how it is made, what is true of the craft, size, and what it is for. */
export function sayDescription(goods: PlannedGoods, drawn: Drawn): string {
  const { craft, maker } = goods;
  const lot = new Lot('description', goods.id);
  const first = lot.below(craft.notes.length);
  const second = craft.notes[(first + 1) % craft.notes.length]!;
  const sentences = [
    lot.from(openings[craft.manner])(goods, drawn),
    craft.notes[first]!,
    measures[craft.manner](goods, drawn),
    ...(craft.notes.length > 2 && lot.falls(6) ? [second] : []),
    lot.from([`For ${drawn.use}.`, `Good for ${drawn.use}.`, `Often bought for ${drawn.use}.`]),
    ...(goods.isTied && lot.falls(5) ? [`The maker works under the name ${maker.shop}.`] : []),
  ];
  return sentences.join(' ');
}

/** Words side by side, so that no adjective has to agree with the thing. */
export function sayHindi(
  { article, craft, maker }: PlannedGoods,
  drawn: Drawn,
): { title: string; description: string } {
  const label = drawn.label.hi === null ? '' : `${drawn.label.hi} `;
  const colour = craft.manner === 'food' ? '' : `, ${drawn.colour.hi}`;
  const motif = isPlain(drawn) ? '' : `, ${drawn.motif.hi}`;
  return {
    title: `${label}${article.hi} – ${drawn.stuff.hi}${motif}${colour}`,
    description: `${label}${article.hi}। सामग्री: ${drawn.stuff.hi}। रंग: ${drawn.colour.hi}। बनाने वाले: ${maker.ground.district} के कारीगर।`,
  };
}

import { fail } from './listing.errors.js';

/**
 * Goods nobody may sell: parts of wild animals, rare woods, things over a hundred years old. A word of colour or of likeness
 * beside it makes another thing of it: ivory-coloured silk is silk.
 */
const prohibited: readonly { goods: RegExp; unless?: RegExp; why: string }[] = [
  {
    goods: /\b(elephant )?(ivory|tusk)s?\b/i,
    unless: /\bivory([- ](white|colou?red|colou?r|shade|tone|cream|base|border))|\b(faux|imitation|mock) (ivory|tusk)/i,
    why: 'ivory',
  },
  { goods: /\b(shahtoosh|shatoosh)\b/i, why: 'wool of the Tibetan antelope' },
  { goods: /\b(rhino(ceros)? horn|pangolin scales?|bear bile)\b/i, why: 'parts of wild animals' },
  {
    goods: /\b(tiger|leopard|lion|deer|snake|crocodile) (skin|claw|teeth|tooth|nail)s?\b/i,
    why: 'parts of wild animals',
  },
  {
    goods: /\b(peacock feathers?|tortoise ?shell|turtle ?shell|hawksbill)\b/i,
    unless: /\b(print|motif|pattern|design)/i,
    why: 'parts of wild animals',
  },
  { goods: /\b(black|red) coral\b/i, why: 'coral' },
  { goods: /\b(sandalwood|red sanders?) (logs?|billets?|chips|timber)\b/i, why: 'sandalwood beyond permits' },
  { goods: /\bantiquit(y|ies)\b|\b(over|more than) (a |one )?(100|hundred) years old\b/i, why: 'antiquities' },
];

/** @throws goods_prohibited (422) naming what the words speak of @rule */
export function assertNotProhibited(texts: readonly string[]): void {
  for (const text of texts) {
    for (const { goods, unless, why } of prohibited) {
      const found = goods.exec(text);
      if (found && !unless?.test(text)) throw fail('goods_prohibited', { word: found[0], why });
    }
  }
}

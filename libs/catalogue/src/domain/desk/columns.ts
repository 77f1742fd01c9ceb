import type { GoldenParameter } from '../category.js';
import { languages, type Language } from '../languages.js';
import { answerAs, rupees, tuples, whole, wordList, words, yesNo, type Codec } from './codecs.js';

/** A column of a maker's sheet of goods. */
export interface Column {
  name: string;
  /** What all variants of the goods have in common, or what one variant has. */
  of: 'goods' | 'variant';
  /** Where its value stands in what a maker writes about goods, or about a variant. */
  path: readonly string[];
  codec: Codec;
  /** A value that fits, for the first row of a template. */
  example: string;
}

const goods = (name: string, path: string, codec: Codec, example = ''): Column => ({
  ...{ name, of: 'goods', codec, example },
  path: path.split('.'),
});
const variant = (name: string, path: string, codec: Codec, example = ''): Column => ({
  ...goods(name, path, codec, example),
  of: 'variant',
});

interface Option {
  name: string;
  value: string;
}
interface Break {
  from: number;
  price: unknown;
}
interface Mark {
  kind: string;
  number: string;
  validTo?: string | null;
}
const options = tuples<Option>(
  2,
  'colour=red; size=L',
  ([name = '', value = '']) => ({ name, value }),
  ({ name, value }) => [name, value],
);
const breaks = tuples<Break>(
  2,
  '10=900.00; 50=850.00',
  ([from = '', price = '']) => ({ from: Number(whole.read(from)), price: rupees.read(price) }),
  ({ from, price }) => [String(from), String(rupees.write(price))],
);
const marks = tuples<Mark>(
  2,
  'silk_mark=SM-1234=2030-01-31',
  ([kind = '', number = '', validTo = '']) => ({ kind, number, validTo: validTo === '' ? null : validTo }),
  ({ kind, number, validTo }) => [kind, number, ...(validTo ? [validTo] : [])],
);

/** Which rows are of the same goods: a word of the maker's own, or the id of goods she has. */
export const goodsColumn = 'goods';
/** Where pictures of the goods are to be fetched from. */
export const picturesColumn = 'pictures';
/** An answer to what the category asks stands under `answer.<key>`. */
export const answerPrefix = 'answer.';

/** In the order of a template. @rule S-60 */
export const columns: readonly Column[] = [
  variant('sku', 'sku', words, 'TS-01-NAT'),
  variant('label', 'label', words, 'natural'),
  variant('price', 'price', rupees, '1450.00'),
  variant('mrp', 'mrp', rupees, '1650.00'),
  variant('stock', 'stock', whole, '3'),
  variant('lead_days', 'leadDays', whole, '5'),
  variant('min_quantity', 'minQuantity', whole, '1'),
  variant('max_quantity', 'maxQuantity', whole, '10'),
  variant('options', 'options', options),
  variant('gtin', 'gtin', words),
  variant('made_to_order', 'isMadeToOrder', yesNo, 'no'),
  variant('quantity_breaks', 'quantityBreaks', breaks),
  variant('government_price', 'governmentPrice', rupees),
  goods('title', 'title', words, 'Tussar stole'),
  goods('description', 'description', words, 'Hand-spun tussar, natural dye.'),
  goods('common_name', 'commonName', words, 'stole'),
  goods('brand', 'brand', words),
  goods('category', 'category', words),
  goods('odop_entry', 'odopEntryId', words),
  goods('hsn', 'hsn', words, '50072010'),
  goods('gst_rate_key', 'gstRateKey', words, 'fabric'),
  goods('unit', 'unit', words, 'piece'),
  goods('net_quantity', 'netQuantity.value', whole, '1'),
  goods('net_unit', 'netQuantity.unit', words, 'piece'),
  goods('handmade', 'handmade', words, 'handloom'),
  goods('country_of_origin', 'countryOfOrigin', words, 'IN'),
  goods('weight_g', 'weight_g', whole, '250'),
  goods('length_mm', 'size_mm.length', whole),
  goods('width_mm', 'size_mm.width', whole),
  goods('height_mm', 'size_mm.height', whole),
  goods('care', 'care', words),
  goods('vegetarian', 'food.isVegetarian', yesNo),
  goods('ingredients', 'food.ingredients', words),
  goods('allergens', 'food.allergens', words),
  goods('best_before_days', 'food.bestBefore_days', whole),
  goods('made_by_role', 'declarations.madeBy.role', words),
  goods('made_by_name', 'declarations.madeBy.name', words),
  goods('made_by_address', 'declarations.madeBy.address', words),
  goods('care_phone', 'declarations.consumerCare.phone', words, '1800123456'),
  goods('care_email', 'declarations.consumerCare.email', words),
  goods('marks', 'certifications', marks),
  goods('serves_pins', 'servesPins', wordList),
  goods('gift_wrap', 'giftWrap', rupees),
];

/** Title and description in another language stand under their names with its code behind: `title_hi`. @rule */
export const columnsIn = (lang: Language): readonly Column[] => [
  { ...goods(`title_${lang}`, 'title', words), path: ['translations', lang, 'title'] },
  { ...goods(`description_${lang}`, 'description', words), path: ['translations', lang, 'description'] },
];
export const translationColumns: readonly Column[] = languages.flatMap(columnsIn);

/** The column of an answer; its kind is known once the category is. */
export const answerColumn = (asked: Pick<GoldenParameter, 'key' | 'kind' | 'choices'>): Column => ({
  name: `${answerPrefix}${asked.key}`,
  of: 'goods',
  path: ['parameters', asked.key],
  codec: answerAs(asked.kind),
  example: asked.choices[0] ?? '',
});

/** No sheet of goods is larger. @rule S-60 */
export const goodsSheetLimits = { rows_max: 100_001, columns_max: 160, cell_chars_max: 4_000 } as const;

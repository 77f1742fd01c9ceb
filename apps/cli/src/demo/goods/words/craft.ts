/** A word in English, in Hindi, and as a category's list of choices has it where that differs. */
export interface Word {
  en: string;
  hi: string;
  choice: string;
}

/** One kind of thing that is made and sold. */
export interface Article {
  name: string;
  hi: string;
  hsn: string;
  gstRateKey: string;
  /** Whole rupees. */
  price: readonly [number, number];
  weight_g: number;
  /** Length, width, height. */
  size_cm: readonly number[];
  unit: 'piece' | 'pair' | 'set' | 'metre' | 'gram' | 'kilogram' | 'millilitre' | 'litre';
  /** In the pack, in `unit`. */
  net: number;
}

/** Which shape the words about goods have: cloth, a thing, food, or a product of a workshop. */
export type Manner = 'cloth' | 'thing' | 'food' | 'work';

/** What is made in one way out of the same stuff: the vocabulary from which goods of a demo maker are described. */
export interface Craft {
  key: string;
  category: string;
  manner: Manner;
  hand: 'handmade' | 'handloom' | 'none';
  /** Names of ODOP products under which it is made; null: sold without an entry only. */
  under: RegExp | null;
  articles: readonly Article[];
  stuffs: readonly Word[];
  /** Past participles: 'woven on a pit loom'. */
  how: readonly string[];
  /** Patterns of cloth and things, varieties of food. */
  motifs: readonly Word[];
  colours: readonly Word[];
  /** Sentences that are true of the craft. */
  notes: readonly string[];
  uses: readonly string[];
  care: string | null;
  /** What the category asks; `@stuff`, `@motif`, `@colour`, `@how`, `@use`, `@article` stand for the words of the goods. */
  answers: Readonly<Record<string, string | number | boolean>>;
  mark: string | null;
  food: { isVegetarian: boolean; ingredients: string; allergens: string; bestBefore_days: number } | null;
}

/** How a craft is written down: lists with `;`, parts of one with `|`. */
export interface CraftWords {
  under: RegExp | null;
  hand?: Craft['hand'];
  /** `name|Hindi|tariff code and tax line|rupees from-to|grams|cm|unit and net quantity`; the last two may be missing. */
  articles: readonly string[];
  stuffs: string;
  how: string;
  motifs?: string;
  colours?: string;
  notes: readonly string[];
  uses: string;
  care?: string;
  answers?: Craft['answers'];
  mark?: string;
  /** Ingredients, allergens, days it keeps. */
  food?: readonly [string, string, number] | readonly [string, string, number, 'meat'];
}

const list = (text: string): string[] => text.split(';').map((part) => part.trim());

/** `tussar silk|तसर`, `green tea|हरी चाय|green` */
const word = (text: string): Word => {
  const [en = '', hi = en, choice = en] = text.split('|');
  return { en, hi, choice };
};

const numbers = (text: string, by: string): number[] => (text === '' ? [] : text.split(by).map(Number));

function article(text: string): Article {
  const [name = '', hi = '', tax = '', price = '', weight = '', size = '', pack = 'piece 1'] = text.split('|');
  const [hsn = '', gstRateKey = ''] = tax.split(' ');
  const [least = 0, most = 0] = numbers(price, '-');
  const [unit = 'piece', net = '1'] = pack.split(' ');
  return {
    ...{ name, hi, hsn, gstRateKey, price: [least, most], weight_g: Number(weight), size_cm: numbers(size, 'x') },
    ...{ unit: unit as Article['unit'], net: Number(net) },
  };
}

export const plainColours =
  'indigo|नीला; madder red|मजीठ लाल; turmeric yellow|हल्दी पीला; cream|क्रीम; bottle green|गहरा हरा; maroon|मैरून; black|काला; rust|ईंट लाल; peacock blue|मोर नीला; rani pink|रानी गुलाबी; off-white|मटमैला सफ़ेद; mustard|सरसों पीला';

/** Crafts of one manner. */
export const craftsOf =
  (manner: Manner, hand: Craft['hand']) =>
  (key: string, category: string, words: CraftWords): Craft => ({
    ...{ key, category, manner, hand: words.hand ?? hand, under: words.under },
    articles: words.articles.map(article),
    stuffs: list(words.stuffs).map(word),
    how: list(words.how),
    motifs: list(words.motifs ?? 'plain|सादा').map(word),
    colours: list(words.colours ?? (manner === 'food' ? 'natural|प्राकृतिक' : plainColours)).map(word),
    notes: words.notes,
    uses: list(words.uses),
    care: words.care ?? null,
    answers: words.answers ?? {},
    mark: words.mark ?? null,
    food: words.food
      ? {
          isVegetarian: words.food[3] !== 'meat',
          ingredients: words.food[0],
          allergens: words.food[1],
          bestBefore_days: words.food[2],
        }
      : null,
  });

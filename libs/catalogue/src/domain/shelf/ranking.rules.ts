/** What makes goods stand higher in a search, and by how much at most. */
export interface Factor {
  name: FactorName;
  /** Most points it can give. */
  weight: number;
  /** In plain words. */
  says: { en: string; hi: string };
}

export type FactorName = 'title' | 'product' | 'anywhere' | 'asTyped' | 'inStock' | 'rating' | 'complete' | 'fresh';

/**
 * Everything that decides the order of search results; nobody can pay for a place, and no maker is preferred.
 * Each factor gives its weight times its value (0 to 1), rounded; the sum is the score. Equals stand by lot.
 * @rule
 */
export const factors: readonly Factor[] = [
  factor(
    'title',
    300,
    'How many of your words stand in the title or the kind of goods.',
    'आपके कितने शब्द शीर्षक या वस्तु के प्रकार में हैं।',
  ),
  factor(
    'product',
    250,
    'How many stand in the names of the product of the district, its GI or its category.',
    'आपके कितने शब्द ज़िले के उत्पाद, उसके GI या श्रेणी के नाम में हैं।',
  ),
  factor(
    'anywhere',
    150,
    'How many stand anywhere: also district, State, maker, brand and description.',
    'आपके कितने शब्द कहीं भी हैं: ज़िला, राज्य, कारीगर, ब्रांड या विवरण में भी।',
  ),
  factor(
    'asTyped',
    100,
    'How many are found as you wrote them, not as a word that means the same or as a mistyped one.',
    'कितने शब्द वैसे ही मिले जैसे आपने लिखे, समानार्थी या सुधारे हुए नहीं।',
  ),
  factor('inStock', 80, 'Whether it can be bought now.', 'क्या यह अभी खरीदा जा सकता है।'),
  factor(
    'rating',
    60,
    'Stars of buyers; goods without ratings count as half, and few stars move them little from there.',
    'खरीदारों के सितारे; बिना रेटिंग वाली वस्तुएँ आधी गिनी जाती हैं, और थोड़े सितारे उन्हें वहाँ से थोड़ा ही हटाते हैं।',
  ),
  factor(
    'complete',
    40,
    'How fully it is described: pictures, description, size, care.',
    'विवरण कितना पूरा है: चित्र, वर्णन, माप, देखभाल।',
  ),
  factor(
    'fresh',
    20,
    'Whether it came to the shop within the last 90 days; less with each day.',
    'क्या यह पिछले 90 दिनों में दुकान में आया; हर दिन के साथ कम।',
  ),
];

function factor(name: FactorName, weight: number, en: string, hi: string): Factor {
  return { name, weight, says: { en, hi } };
}

/** What one of the goods found has of each factor, 0 to 1. */
export type FactorValues = Record<FactorName, number>;

/** Points of a factor: its weight times its value, rounded half up. */
export const pointsOf = (weight: number, value: number): number => Math.floor(weight * value + 0.5);

/** Each factor with its points, and their sum. @rule */
export function explainScore(values: FactorValues) {
  const parts = factors.map(({ name, weight }) => ({
    name,
    weight,
    value: values[name],
    score: pointsOf(weight, values[name]),
  }));
  return { score: parts.reduce((sum, part) => sum + part.score, 0), factors: parts };
}

/** How goods stand before anybody has asked: of what a search finds, the best by this are looked at first. */
export interface Standing {
  in_stock: boolean;
  rating_bp: number;
  complete_bp: number;
}

/** Basis points of a full description. @rule */
export function completeness_bp(goods: {
  images: number;
  description_length: number;
  has_size: boolean;
  has_care: boolean;
}): number {
  const pictures = Math.min(goods.images, 6) / 6;
  const words = Math.min(goods.description_length, 300) / 300;
  return Math.round(
    (pictures * 0.4 + words * 0.4 + Number(goods.has_size) * 0.1 + Number(goods.has_care) * 0.1) * 10_000,
  );
}

/** Points of what does not depend on the words looked for. */
export function standingOf({ in_stock, rating_bp, complete_bp }: Standing): number {
  const values = { inStock: Number(in_stock), rating: rating_bp / 10_000, complete: complete_bp / 10_000 };
  return factors.reduce(
    (sum, { name, weight }) => (name in values ? sum + pointsOf(weight, values[name as keyof typeof values]) : sum),
    0,
  );
}

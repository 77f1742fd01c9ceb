/** What decides whether goods are what somebody meant: how they were made up, never the words that were written of them. */
export interface Wanted {
  craft?: readonly string[];
  article?: readonly string[];
  /** Begins with. */
  stuff?: readonly string[];
  label?: readonly string[];
  district?: readonly string[];
  state?: readonly string[];
}

export const queryKinds = [
  ...(['exact', 'misspelt', 'sound', 'devanagari', 'beginning', 'synonym', 'hindi', 'place', 'use'] as const),
] as const;
export type QueryKind = (typeof queryKinds)[number];

export interface GoldenQuery {
  kind: QueryKind;
  text: string;
  /** Goods are relevant when one of these fits them. */
  wants: readonly Wanted[];
}

const query = (kind: QueryKind, text: string, ...wants: readonly Wanted[]): GoldenQuery => ({ kind, text, wants });

const sarees: readonly Wanted[] = [
  { craft: ['silk-saree', 'cotton-saree'] },
  { article: ['block-printed saree', 'bandhani saree', 'kalamkari saree'] },
];
const silks = ['mulberry silk', 'tussar silk', 'silk and cotton', 'raw silk', 'muga silk', 'eri silk'];
const woods = ['hale wood', 'poniki wood', 'mango wood'];
const lamps: Wanted = {
  article: ['brass oil lamp', 'clay lamps', 'terracotta lamps', 'stone lamp', 'dhokra lamp', 'iron lamp stand'],
};

/**
 * What people type, and what they mean by it; judged on the demo's goods before the ranking was tuned. At most a third are
 * the words of the shop itself.
 */
export const goldenQueries: readonly GoldenQuery[] = [
  query(
    'exact',
    'silk saree',
    { craft: ['silk-saree'] },
    { article: ['bandhani saree', 'kalamkari saree'], stuff: silks },
  ),
  query('exact', 'brass bell', { article: ['brass bell'] }),
  query('exact', 'turmeric powder', { article: ['turmeric powder'] }),
  query('exact', 'honey', { craft: ['honey'] }),
  query('exact', 'kalamkari saree', { article: ['kalamkari saree'] }),
  query('exact', 'terracotta horse', { article: ['terracotta horse'] }),
  query('exact', 'black tea', { article: ['black tea'] }),
  query('exact', 'walking stick', { article: ['walking stick'] }),
  query('exact', 'bamboo basket', { article: ['bamboo basket'] }),
  query('exact', 'rocking horse', { article: ['rocking horse'] }),
  query('exact', 'dholak', { article: ['dholak'] }),
  query('exact', 'padlock', { article: ['padlock', 'padlock with two keys'] }),
  query('exact', 'jute shopping bag', { article: ['jute shopping bag'] }),
  query('exact', 'filigree earrings', { article: ['filigree earrings'] }),
  query('exact', 'leaf plates', { article: ['leaf plates'] }),
  query('exact', 'handmade paper diary', { article: ['handmade paper diary'] }),
  query('exact', 'cricket bat', { article: ['cricket bat'] }),
  query('exact', 'makhana', { craft: ['makhana'] }),
  query('exact', 'kolhapuri chappal', { article: ['kolhapuri chappal'] }),
  query('exact', 'copper water bottle', { article: ['copper water bottle'] }),
  query('exact', 'bamboo lamp', { article: ['bamboo lamp'] }),

  query('misspelt', 'pashmeena shal', { craft: ['shawl'], stuff: ['pashmina'] }),
  query('misspelt', 'teracota lamp', { article: ['terracotta lamps', 'clay lamps'] }),
  query('misspelt', 'madhubni painting', { craft: ['painting'], label: ['Madhubani'] }),
  query('misspelt', 'termeric', { craft: ['turmeric'] }),
  query('misspelt', 'bandani dupatta', { article: ['bandhani dupatta'] }),
  query('misspelt', 'kanjivram silk', { label: ['Kanjivaram'], stuff: silks }),
  query('misspelt', 'cashu nuts', { craft: ['cashew'] }),
  query('misspelt', 'saffran', { craft: ['saffron'] }),
  query('misspelt', 'chickan kurta', { craft: ['chikan'] }),
  query('misspelt', 'patchitra paiting', { craft: ['painting'], label: ['Pattachitra', 'Patachitra'] }),
  query('misspelt', 'brase lamp', { article: ['brass oil lamp'] }),
  query('misspelt', 'jewelery box', { article: ['jewellery box'] }),

  query('sound', 'sari', ...sarees),
  query('sound', 'sadi', ...sarees),
  query('sound', 'banarsi sari', { craft: ['silk-saree', 'cotton-saree'], label: ['Banarasi'] }),
  query('sound', 'chanderi sadi', { craft: ['silk-saree', 'cotton-saree'], label: ['Chanderi'] }),
  query('sound', 'gamcha', { article: ['gamchha'] }),
  query('sound', 'dari', { craft: ['durrie'] }),
  query('sound', 'kolapuri chapal', { article: ['kolhapuri chappal'] }),

  query('devanagari', 'साड़ी', ...sarees),
  query('devanagari', 'बनारसी साड़ी', { craft: ['silk-saree', 'cotton-saree'], label: ['Banarasi'] }),
  query('devanagari', 'पश्मीना शॉल', { craft: ['shawl'], stuff: ['pashmina'] }),
  query('devanagari', 'मधुबनी चित्र', { craft: ['painting'], label: ['Madhubani'] }),
  query('devanagari', 'शहद', { craft: ['honey'] }),
  query('devanagari', 'हल्दी पाउडर', { article: ['turmeric powder'] }),
  query('devanagari', 'पीतल का दीपक', { article: ['brass oil lamp'] }),
  query('devanagari', 'बाँस की टोकरी', { article: ['bamboo basket'] }),
  query('devanagari', 'चमड़े का थैला', { article: ['shoulder bag', 'office bag'] }),
  query('devanagari', 'कालीन', { craft: ['knotted-carpet'] }),
  query('devanagari', 'लकड़ी के खिलौने', { craft: ['toys'], stuff: woods }),
  query('devanagari', 'आम का अचार', { craft: ['pickle'], stuff: ['mango'] }),
  query('devanagari', 'रज़ाई', { craft: ['quilt'] }),

  query('beginning', 'pashm', { stuff: ['pashmina'] }),
  query('beginning', 'terrac', { craft: ['terracotta'] }),
  query('beginning', 'kalamk', { craft: ['kalamkari'] }),
  query('beginning', 'makha', { craft: ['makhana'] }),
  query('beginning', 'dhok', { article: ['dhokra figure', 'dhokra lamp'] }),
  query(
    'beginning',
    'silk sare',
    { craft: ['silk-saree'] },
    { article: ['bandhani saree', 'kalamkari saree'], stuff: silks },
  ),

  query('synonym', 'rug', { craft: ['knotted-carpet', 'durrie', 'felt-rug'] }),
  query('synonym', 'footwear', { craft: ['juttis', 'shoes'] }),
  query('synonym', 'fox nuts', { craft: ['makhana'] }),
  query('synonym', 'bedsheet', {
    article: ['bed sheet with two pillow covers', 'block-printed bed sheet', 'batik bed cover'],
  }),
  query('synonym', 'incense', { craft: ['agarbatti'] }),
  query('synonym', 'puppet', { article: ['string puppets', 'shadow puppet'] }),

  query(
    'hindi',
    'resham ki sadi',
    { craft: ['silk-saree'] },
    { article: ['bandhani saree', 'kalamkari saree'], stuff: silks },
  ),
  query('hindi', 'mitti ka matka', { article: ['water pot with tap'] }),
  query('hindi', 'aam ka achar', { craft: ['pickle'], stuff: ['mango'] }),
  query('hindi', 'kesar', { craft: ['saffron'] }),
  query('hindi', 'khilona', { craft: ['toys'] }),
  query('hindi', 'diya', lamps),
  query('hindi', 'jeera', { article: ['cumin seed'] }),
  query('hindi', 'akhrot', { article: ['walnut kernels', 'walnuts in shell'] }),
  query('hindi', 'nariyal ki chatai', { article: ['coir matting', 'coir door mat'] }),
  query('hindi', 'peetal ka lota', { article: ['brass water pot'] }),
  query('hindi', 'tala', { craft: ['lock'] }),

  query('place', 'bhagalpur silk', { label: ['Bhagalpuri'], district: ['bhagalpur'], stuff: silks }),
  query('place', 'channapatna toys', { craft: ['toys'], label: ['Channapatna'] }),
  query('place', 'bhadohi carpet', { craft: ['knotted-carpet'], district: ['bhadohi'] }),
  query('place', 'assam tea', { craft: ['tea'], state: ['IN-AS'] }),
  query('place', 'moradabad brass', { craft: ['brassware'], district: ['moradabad'] }),
  query('place', 'darjeeling tea', { craft: ['tea'], district: ['darjeeling'] }),
  query('place', 'kannauj attar', { craft: ['attar'], district: ['kannauj'] }),
  query('place', 'coir mat kerala', { craft: ['coir'], article: ['coir door mat', 'coir matting'], state: ['IN-KL'] }),
  query('place', 'kullu shawl', { craft: ['shawl'], district: ['kullu'] }),

  query('use', 'silk saree for wedding', { article: ['wedding saree'] }),
  query('use', 'cotton towel for bath', { article: ['bath towel'] }),
  query('use', 'wooden toys for children', { craft: ['toys'], stuff: woods }),
  query('use', 'leather bag for office', { article: ['office bag', 'shoulder bag'] }),
  query('use', 'brass lamp for puja', { article: ['brass oil lamp'] }),
];

import { Lot } from '../lot.js';
import type { PlannedGoods } from '../plan.js';
import type { MotifName } from './draw.js';

const weaves: readonly MotifName[] = ['paisley', 'lotus', 'temple border', 'ikat', 'peacock', 'creeper'];
const printed: readonly MotifName[] = ['block print', 'paisley', 'creeper', 'lotus', 'tree of life'];
const clay: readonly MotifName[] = ['pot', 'vase', 'elephant', 'lattice'];
const cane: readonly MotifName[] = ['basket', 'basket weave', 'spiral'];
const jars: readonly MotifName[] = ['jar', 'spice heap', 'chilli', 'mango'];

/** Drawings that fit a craft; of others their manner says. */
const ofCraft: Readonly<Record<string, readonly MotifName[]>> = {
  'silk-saree': weaves,
  'cotton-saree': [...weaves, 'checks'],
  shawl: ['shawl fold', 'paisley', 'creeper', 'tree of life'],
  stole: ['shawl fold', 'stripes', 'ikat', 'creeper'],
  'bed-linen': ['checks', 'block print', 'stripes', 'lotus'],
  towel: ['checks', 'stripes', 'temple border'],
  dhoti: ['temple border', 'stripes', 'checks'],
  durrie: ['stripes', 'ikat', 'carpet'],
  'knotted-carpet': ['carpet', 'tree of life', 'paisley'],
  'felt-rug': ['tree of life', 'creeper', 'carpet'],
  needlework: ['embroidery', 'creeper', 'tree of life', 'dancers'],
  zardozi: ['embroidery', 'peacock', 'paisley'],
  chikan: ['creeper', 'lotus', 'shirt'],
  'block-print': printed,
  kalamkari: ['tree of life', 'peacock', 'creeper', 'block print'],
  'tie-dye': ['tied dots', 'ikat', 'stripes'],
  garment: ['shirt', 'checks', 'stripes'],
  knitwear: ['shirt', 'stripes', 'ikat'],
  blanket: ['shawl fold', 'checks', 'stripes'],
  jute: ['bag', 'basket weave', 'stripes'],
  'wood-carving': ['carved box', 'elephant', 'lattice'],
  'wood-inlay': ['carved box', 'elephant', 'lattice'],
  frames: ['carved box', 'lattice', 'creeper'],
  lacquerware: ['carved box', 'toy horse', 'bangles'],
  'carved-furniture': ['chair', 'carved box', 'lattice'],
  'bamboo-furniture': ['chair', 'basket weave', 'basket'],
  furniture: ['chair', 'carved box', 'lattice'],
  toys: ['toy horse', 'doll', 'elephant'],
  masks: ['mask', 'doll', 'dancers'],
  brassware: ['brass lamp', 'bell', 'pot'],
  copperware: ['pot', 'brass lamp', 'milk can'],
  dhokra: ['brass lamp', 'bell', 'elephant'],
  'metal-inlay': ['vase', 'carved box', 'peacock'],
  'iron-craft': ['brass lamp', 'bell', 'dancers'],
  filigree: ['necklace', 'bangles', 'peacock'],
  jewellery: ['necklace', 'bangles', 'lotus'],
  'imitation-jewellery': ['necklace', 'bangles', 'dancers'],
  bangles: ['bangles', 'necklace', 'tied dots'],
  terracotta: [...clay, 'toy horse'],
  pottery: ['vase', 'pot', 'lotus'],
  'earthen-pots': ['pot', 'brass lamp', 'vase'],
  'stone-carving': ['lattice', 'elephant', 'lotus'],
  'marble-inlay': ['lattice', 'creeper', 'lotus'],
  'glass-craft': ['glass bottle', 'vase', 'peacock'],
  painting: ['fish and lotus', 'dancers', 'tree of life', 'peacock'],
  'papier-mache': ['carved box', 'creeper', 'vase'],
  bamboo: cane,
  grass: cane,
  coir: ['spiral', 'basket weave', 'coconut'],
  'leaf-plates': ['spiral', 'basket', 'tea leaf'],
  'leather-craft': ['bag', 'jutti', 'embroidery'],
  'leather-goods': ['bag', 'jutti', 'shirt'],
  juttis: ['jutti', 'embroidery', 'bag'],
  shoes: ['jutti', 'bag', 'ball'],
  vest: ['shirt', 'stripes', 'checks'],
  'dried-prawns': ['fish', 'basket', 'jar'],
  flute: ['veena', 'dancers', 'tea leaf'],
  instruments: ['veena', 'carved box', 'dancers'],
  'handmade-paper': ['paper', 'block print', 'creeper'],
  tea: ['tea leaf', 'jar', 'spice heap'],
  coffee: ['nuts', 'tea leaf', 'jar'],
  honey: ['honey', 'jar', 'tea leaf'],
  cashew: ['nuts', 'coconut', 'jar'],
  coconut: ['coconut', 'nuts', 'grain'],
  'fresh-fruit': ['mango', 'coconut', 'basket'],
  chilli: ['chilli', 'spice heap', 'jar'],
  ghee: ['milk can', 'jar', 'sweets'],
  paneer: ['milk can', 'sweets', 'jar'],
  'milk-powder': ['milk can', 'jar', 'sweets'],
  sweet: ['sweets', 'milk can', 'nuts'],
  'dried-fish': ['fish', 'basket', 'jar'],
  'fish-pickle': ['fish', 'jar', 'chilli'],
  seaweed: ['fish', 'tea leaf', 'jar'],
  rice: ['grain', 'basket', 'spice heap'],
  millet: ['grain', 'basket', 'spice heap'],
  pulse: ['grain', 'basket', 'nuts'],
  flour: ['grain', 'spice heap', 'basket'],
  lock: ['lock', 'gear', 'carved box'],
  engineering: ['gear', 'lock', 'lattice'],
  bicycle: ['gear', 'ball', 'lock'],
  cricket: ['ball', 'gear', 'shirt'],
  balls: ['ball', 'jutti', 'shirt'],
  attar: ['glass bottle', 'lotus', 'vase'],
  'essential-oil': ['glass bottle', 'tea leaf', 'lotus'],
  tableware: ['vase', 'pot', 'lotus'],
  glassware: ['glass bottle', 'vase', 'bangles'],
  flowers: ['lotus', 'creeper', 'vase'],
};
const ofManner: Readonly<Record<string, readonly MotifName[]>> = {
  cloth: [...weaves, 'checks', 'stripes'],
  thing: ['carved box', 'lattice', 'lotus', 'tree of life'],
  food: [...jars, 'grain', 'nuts', 'basket'],
  work: ['gear', 'lock', 'glass bottle', 'basket'],
};

/** Three different drawings for goods; neighbours get others. */
export function motifsFor({ id, craft }: PlannedGoods): MotifName[] {
  const fits = ofCraft[craft.key] ?? ofManner[craft.manner]!;
  const first = new Lot('drawing', id).below(fits.length);
  return [0, 1, 2].map((i) => fits[(first + i) % fits.length]!);
}

import type { Craft } from './craft.js';
import { clayAndStone } from './crafts-of-clay-and-stone.js';
import { plantsAndHide } from './crafts-of-plants-and-hide.js';
import { woodAndMetal } from './crafts-of-wood-and-metal.js';
import { farmProduce } from './farm.js';
import { foods } from './foods.js';
import { handloom } from './handloom.js';
import { textiles } from './textiles.js';
import { works } from './works.js';

/** All that the demo's makers make; each category has at least one. */
export const crafts: readonly Craft[] = [
  ...handloom,
  ...textiles,
  ...woodAndMetal,
  ...clayAndStone,
  ...plantsAndHide,
  ...farmProduce,
  ...foods,
  ...works,
];

import type { CategoryInput } from '../src/domain/category.js';
import { crafts } from './crafts.js';
import { foods } from './foods.js';
import { manufactures } from './manufactures.js';
import { textiles } from './textiles.js';

/** The shelves of the bazaar, parents before their children. The sectors of the ODOP list are the groups. */
export const seededCategories: readonly CategoryInput[] = [...textiles, ...crafts, ...foods, ...manufactures];

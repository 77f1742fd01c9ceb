import type { CategoryInput, GoldenParameter, Quadrant } from '../src/domain/category.js';

/** A category as it is seeded; what is left out reads as here. */
type Leaf = Pick<CategoryInput, 'hsn' | 'gstRateKeys'> & Partial<Pick<CategoryInput, 'isToy' | 'mseReservedFrom'>>;

/** Crafts are reserved for micro and small enterprises in public purchase; the list is of 2012. */
const reserved = '2012-04-01';

export const group = (slug: string, name: string, description: string): CategoryInput => ({
  ...{ slug, parent: null, name, description, quadrant: 'q4', mseReservedFrom: null, isFood: false, isToy: false },
  ...{ hsn: [], gstRateKeys: [], parameters: [], discountMin_bp: 0 },
});

/** Leaves of one group, each with what makes offers of it comparable. */
export function leavesOf(
  parent: string,
  common: { quadrant: Quadrant; isFood?: boolean; isCraft?: boolean },
): (slug: string, name: string, description: string, leaf: Leaf, parameters: GoldenParameter[]) => CategoryInput {
  return (slug, name, description, leaf, parameters) => ({
    ...{ slug, parent, name, description, quadrant: common.quadrant },
    mseReservedFrom: common.isCraft ? reserved : null,
    ...{ isFood: common.isFood ?? false, isToy: false, discountMin_bp: 0 },
    ...leaf,
    parameters,
  });
}

const base = { unit: null, choices: [], least: null, most: null };

export const choice = (key: string, name: string, choices: string[], required = true): GoldenParameter => ({
  ...{ ...base, key, name, kind: 'choice', choices, required },
});
export const measure = (
  key: string,
  name: string,
  unit: string,
  least: number,
  most: number,
  required = true,
): GoldenParameter => ({ ...base, key, name, kind: 'number', unit, least, most, required });
export const words = (key: string, name: string, required = false): GoldenParameter => ({
  ...{ ...base, key, name, kind: 'text', required },
});
export const yesNo = (key: string, name: string, required = false): GoldenParameter => ({
  ...{ ...base, key, name, kind: 'yes_no', required },
});

export const colour = words('colour', 'Colour');
export const dye = choice('dye', 'Dye', ['natural', 'azo-free', 'undyed', 'other'], false);
export const length_cm = measure('length_cm', 'Length', 'cm', 1, 10_000);
export const width_cm = measure('width_cm', 'Width', 'cm', 1, 2_000);
export const height_cm = measure('height_cm', 'Height', 'cm', 1, 1_000, false);
export const grade = words('grade', 'Grade or variety');
export const organic = yesNo('organic', 'Certified organic');
export const harvest = words('harvest', 'Season of harvest');
export const foodSafe = yesNo('food_safe', 'Safe for food');

import { z } from 'zod';
import { categoryInput, goldenParameter, quadrants, type Category, type CategoryLine } from '#catalogue';
import { slug } from './names.schema.js';

/** Shelves change a few times a year. */
export const categoriesMaxAge_s = 300;

export const categoryLine = z
  .strictObject({
    slug,
    name: z.string(),
    description: z.string(),
    parent: slug.nullable().describe('the group it stands in; null for a group of the first row'),
    quadrant: z.enum(quadrants).describe('who may list in it: q4 and q5 every maker, q6 under an ODOP entry'),
    isFood: z.boolean(),
    takesListings: z.boolean().describe('false for a group, which holds no goods itself'),
  })
  .meta({ id: 'CategoryLine' });

export const categoryTree = z
  .strictObject({ categories: z.array(categoryLine).max(500).describe('groups before what stands in them') })
  .meta({ id: 'CategoryTree' });

export const category = categoryLine
  .extend({
    mseReservedFrom: categoryInput.shape.mseReservedFrom.unwrap(),
    isToy: z.boolean(),
    hsn: z.array(z.string()).max(40).describe('beginnings of the tariff codes its goods may have'),
    gstRateKeys: z.array(z.string()).max(20),
    parameters: z
      .array(goldenParameter)
      .max(30)
      .describe('what goods say of themselves, so that offers can be compared'),
    discountMin_bp: z.int(),
  })
  .meta({ id: 'Category' });

export const viewOfLine = (row: CategoryLine): z.input<typeof categoryLine> => ({
  slug: row.slug,
  name: row.name,
  description: row.description,
  parent: row.parent_slug,
  quadrant: row.quadrant,
  isFood: row.is_food,
  takesListings: row.takes_listings,
});

export const viewOfCategory = (row: Category): z.input<typeof category> => ({
  ...viewOfLine({ ...row, takes_listings: row.is_published && row.hsn.length > 0 }),
  mseReservedFrom: row.mse_reserved_from,
  isToy: row.is_toy,
  hsn: row.hsn,
  gstRateKeys: row.gst_rate_keys,
  parameters: row.parameters,
  discountMin_bp: row.discount_min_bp,
});

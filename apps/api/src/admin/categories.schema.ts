import { z } from 'zod';
import { categoryInput, type Category, type CategoryDraftLine } from '#catalogue';
import { freeText } from '#platform/identifiers';
import { category, categoryLine, viewOfCategory, viewOfLine } from '../public/categories.schema.js';

export const categoryRevision = categoryInput.omit({ slug: true }).meta({ id: 'CategoryRevision' });
export const withdrawalBody = z
  .strictObject({ reason: freeText(500).describe('kept in the record of who did what') })
  .meta({ id: 'CategoryWithdrawal' });

const onDesk = { isPublished: z.boolean(), version: z.int() };
export const deskTree = z
  .strictObject({ categories: z.array(categoryLine.extend(onDesk)).max(500) })
  .meta({ id: 'CategoryDesk' });
export const deskCategory = category.extend(onDesk).meta({ id: 'CategoryOnDesk' });

export const viewOfDeskLine = (row: CategoryDraftLine) => ({
  ...viewOfLine(row),
  isPublished: row.is_published,
  version: row.version,
});
export const viewOfDeskCategory = (row: Category): z.input<typeof deskCategory> => ({
  ...viewOfCategory(row),
  isPublished: row.is_published,
  version: row.version,
});

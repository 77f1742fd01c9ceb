import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { goldenParameter, quadrants, type CategoryInput } from '../domain/category.js';
import { fail } from '../domain/listing.errors.js';

export const categoryColumns = `
  c.id, c.slug, c.name, c.description, c.quadrant, c.mse_reserved_from::text, c.is_food, c.is_toy, c.hsn, c.gst_rate_keys,
  c.parameters, c.discount_min_bp, c.is_published, c.version, c.parent_id,
  (select p.slug from catalogue.category p where p.id = c.parent_id) as parent_slug`;

export const categoryRow = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  quadrant: z.enum(quadrants),
  mse_reserved_from: z.string().nullable(),
  is_food: z.boolean(),
  is_toy: z.boolean(),
  hsn: z.array(z.string()),
  gst_rate_keys: z.array(z.string()),
  parameters: z.array(goldenParameter),
  discount_min_bp: z.number(),
  is_published: z.boolean(),
  version: z.number(),
  parent_id: z.uuid().nullable(),
  parent_slug: z.string().nullable(),
});
/** A shelf with all it asks. */
export type Category = z.infer<typeof categoryRow>;

@Injectable()
export class Categories {
  bySlug(tx: Tx, slug: string): Promise<Category | null> {
    return tx.maybe(categoryRow, `select ${categoryColumns} from catalogue.category c where c.slug = $1`, [slug]);
  }

  /** All of them. */
  all(tx: Tx): Promise<Category[]> {
    return tx.many(categoryRow, `select ${categoryColumns} from catalogue.category c order by c.position`);
  }

  /** Those of the slugs there are. */
  bySlugs(tx: Tx, slugs: readonly string[]): Promise<Category[]> {
    const sql = `select ${categoryColumns} from catalogue.category c where c.slug = any($1::text[])`;
    return tx.many(categoryRow, sql, [[...new Set(slugs)]]);
  }

  byId(tx: Tx, id: string): Promise<Category | null> {
    return tx.maybe(categoryRow, `select ${categoryColumns} from catalogue.category c where c.id = $1`, [id]);
  }

  /** Held until the transaction ends. @throws category_unknown (404) */
  async lock(tx: Tx, slug: string): Promise<Category> {
    const sql = `select ${categoryColumns} from catalogue.category c where c.slug = $1 for update`;
    const category = await tx.maybe(categoryRow, sql, [slug]);
    if (!category) throw fail('category_unknown');
    return category;
  }

  /** The slugs from a category up to its group. */
  async ancestry(tx: Tx, slug: string): Promise<string[]> {
    const rows = await tx.many(
      z.object({ slug: z.string() }),
      `with recursive up as (
         select id, slug, parent_id from catalogue.category where slug = $1
         union select p.id, p.slug, p.parent_id from catalogue.category p join up on p.id = up.parent_id)
       select slug from up`,
      [slug],
    );
    return rows.map((row) => row.slug);
  }

  /** @throws category_slug_taken (409) */
  async add(tx: Tx, input: CategoryInput, parentId: string | null): Promise<void> {
    const added = await tx.run(
      `insert into catalogue.category (id, slug, parent_id, name, description, position, quadrant, mse_reserved_from, is_food,
                                       is_toy, hsn, gst_rate_keys, parameters, discount_min_bp, is_published, changed_at)
       select $1, $2, $3, $4, $5, coalesce(max(position), 0) + 1, $6, $7, $8, $9, $10, $11, $12, $13, false, $14
         from catalogue.category where parent_id is not distinct from $3
       on conflict do nothing`,
      [newId(), input.slug, parentId, ...wordsOf(input), tx.now],
    );
    if (added === 0) throw fail('category_slug_taken', { slug: input.slug });
  }

  async rewrite(tx: Tx, category: Category, input: CategoryInput, parentId: string | null): Promise<void> {
    await tx.run(
      `update catalogue.category
          set parent_id = $2, name = $3, description = $4, quadrant = $5, mse_reserved_from = $6, is_food = $7, is_toy = $8,
              hsn = $9, gst_rate_keys = $10, parameters = $11, discount_min_bp = $12, changed_at = $13, version = version + 1
        where id = $1`,
      [category.id, parentId, ...wordsOf(input), tx.now],
    );
  }

  async setPublished(tx: Tx, category: Category, isPublished: boolean): Promise<void> {
    const sql = `update catalogue.category set is_published = $2, changed_at = $3, version = version + 1 where id = $1`;
    await tx.run(sql, [category.id, isPublished, tx.now]);
  }
}

const wordsOf = (input: CategoryInput): unknown[] => [
  ...[input.name, input.description, input.quadrant, input.mseReservedFrom, input.isFood, input.isToy, input.hsn],
  ...[input.gstRateKeys, JSON.stringify(input.parameters), input.discountMin_bp],
];

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient, type Tx } from '#platform/database';
import { fail } from '../domain/listing.errors.js';
import { categoryColumns, categoryRow, type Category } from './categories.repository.js';

const lineRow = categoryRow
  .pick({ slug: true, name: true, description: true, parent_slug: true, quadrant: true, is_food: true })
  .extend({ takes_listings: z.boolean() });
/** A line of the tree. */
export type CategoryLine = z.infer<typeof lineRow>;

const draftLine = lineRow.extend({ is_published: z.boolean(), version: z.number() });
export type CategoryDraftLine = z.infer<typeof draftLine>;

const line = `
  select c.slug, c.name, c.description, p.slug as parent_slug, c.quadrant, c.is_food,
         c.is_published and cardinality(c.hsn) > 0 as takes_listings, c.is_published, c.version
    from catalogue.category c left join catalogue.category p on p.id = c.parent_id`;
const inOrder = `order by coalesce(p.position, c.position), coalesce(p.slug, c.slug), p.id is not null, c.position, c.slug`;

@Injectable()
export class CategoriesQuery {
  constructor(private readonly read: ReadClient) {}

  /** The shelves everybody sees, groups before what stands in them. */
  tree(): Promise<CategoryLine[]> {
    return this.read.many(lineRow, `${line} where c.is_published ${inOrder} limit 500`);
  }

  /** One of them with all it asks, or null. */
  one(slug: string): Promise<Category | null> {
    const sql = `select ${categoryColumns} from catalogue.category c where c.slug = $1 and c.is_published`;
    return this.read.maybe(categoryRow, sql, [slug]);
  }

  /** All shelves, drafts too, for the catalogue desk. */
  onDesk(tx: Tx): Promise<CategoryDraftLine[]> {
    return tx.many(draftLine, `${line} ${inOrder} limit 500`);
  }

  /** @throws category_unknown (404) */
  async oneOnDesk(tx: Tx, slug: string): Promise<Category> {
    const found = await tx.maybe(categoryRow, `select ${categoryColumns} from catalogue.category c where c.slug = $1`, [
      slug,
    ]);
    if (!found) throw fail('category_unknown');
    return found;
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import type { CategoryInput } from '../domain/category.js';
import { fail } from '../domain/listing.errors.js';
import { Categories } from './categories.repository.js';

/** Where a category stands in the tree. */
@Injectable()
export class CategoryPlace {
  constructor(private readonly categories: Categories) {}

  /** The group it stands in: one that holds no goods itself, and not below the category. @throws category_parent_unfit (422) */
  async parentOf(tx: Tx, { slug, parent }: Pick<CategoryInput, 'slug' | 'parent'>): Promise<string | null> {
    if (parent === null) return null;
    const group = await this.categories.bySlug(tx, parent);
    const isUnfit = !group || group.hsn.length > 0 || (await this.categories.ancestry(tx, parent)).includes(slug);
    if (isUnfit) throw fail('category_parent_unfit', { parent });
    return group.id;
  }
}

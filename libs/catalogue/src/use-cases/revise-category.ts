import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Categories } from '../data/categories.repository.js';
import { CategoryPlace } from '../data/category-place.js';
import type { CategoryInput } from '../domain/category.js';
import { CategoryRenamed } from '../domain/listing.events.js';
import { assertPublishable } from './publish-category.js';
import { RateLines } from '../data/rate-lines.js';

@Injectable()
export class ReviseCategory {
  constructor(
    private readonly work: UnitOfWork,
    private readonly categories: Categories,
    private readonly place: CategoryPlace,
    private readonly rates: RateLines,
  ) {}

  /**
   * Writes a shelf anew; what stands on it already stays, and is asked for the new answers when it is next submitted. The
   * slug stays what it is. Goods on sale are found under the new name.
   * @param assertSeen  throws when the officer had another version before her eyes
   * @throws category_unknown (404), category_parent_unfit, category_incomplete (422)
   * @rule 
   */
  run(slug: string, words: Omit<CategoryInput, 'slug'>, assertSeen: (version: string) => void): Promise<void> {
    return this.work.run(async (tx) => {
      const category = await this.categories.lock(tx, slug);
      assertSeen(String(category.version));
      const input = { slug, ...words };
      const parentId = await this.place.parentOf(tx, input);
      await this.categories.rewrite(tx, category, input, parentId);
      const after = await this.categories.lock(tx, slug);
      if (category.is_published) {
        const parent = parentId === null ? null : await this.categories.byId(tx, parentId);
        assertPublishable(after, parent, (key) => this.rates.at(key, tx.now));
      }
      if (after.name !== category.name || after.parent_id !== category.parent_id) {
        tx.emit(CategoryRenamed, { categoryId: category.id });
      }
      tx.audit({
        action: 'catalogue.category_revised',
        object: { kind: 'category', id: slug },
        before: { name: category.name, quadrant: category.quadrant, hsn: category.hsn },
        after: { name: after.name, quadrant: after.quadrant, hsn: after.hsn },
      });
    });
  }
}

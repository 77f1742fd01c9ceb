import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Categories } from '../data/categories.repository.js';
import { CategoryPlace } from '../data/category-place.js';
import type { CategoryInput } from '../domain/category.js';

@Injectable()
export class DraftCategory {
  constructor(
    private readonly work: UnitOfWork,
    private readonly categories: Categories,
    private readonly place: CategoryPlace,
  ) {}

  /**
   * A new shelf, which nobody sees before it is published.
   * @throws category_parent_unfit (422), category_slug_taken (409)
   * @rule 
   */
  run(input: CategoryInput): Promise<void> {
    return this.work.run(async (tx) => {
      await this.categories.add(tx, input, await this.place.parentOf(tx, input));
      tx.audit({
        action: 'catalogue.category_drafted',
        object: { kind: 'category', id: input.slug },
        after: { name: input.name, quadrant: input.quadrant },
      });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Categories } from '../data/categories.repository.js';

@Injectable()
export class WithdrawCategory {
  constructor(
    private readonly work: UnitOfWork,
    private readonly categories: Categories,
  ) {}

  /**
   * Closes a shelf: it takes no new goods and is not shown; what is on sale stays on sale. A second time changes nothing.
   * @throws category_unknown (404)
   * @rule
   */
  run(slug: string, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      const category = await this.categories.lock(tx, slug);
      if (!category.is_published) return;
      await this.categories.setPublished(tx, category, false);
      tx.audit({ action: 'catalogue.category_withdrawn', object: { kind: 'category', id: slug }, reason });
    });
  }
}

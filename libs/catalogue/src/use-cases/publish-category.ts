import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import type { GstRate } from '#policy';
import { Categories, type Category } from '../data/categories.repository.js';
import { RateLines } from '../data/rate-lines.js';
import { publicationFaults } from '../domain/category.rules.js';
import { fail } from '../domain/listing.errors.js';

@Injectable()
export class PublishCategory {
  constructor(
    private readonly work: UnitOfWork,
    private readonly categories: Categories,
    private readonly rates: RateLines,
  ) {}

  /**
   * Opens a shelf: everybody sees it and makers list in it. A second time changes nothing.
   * @throws category_unknown (404), category_incomplete (422)
   * @rule
   */
  run(slug: string): Promise<void> {
    return this.work.run(async (tx) => {
      const category = await this.categories.lock(tx, slug);
      if (category.is_published) return;
      const parent = category.parent_id === null ? null : await this.categories.byId(tx, category.parent_id);
      assertPublishable(category, parent, (key) => this.rates.at(key, tx.now));
      await this.categories.setPublished(tx, category, true);
      tx.audit({ action: 'catalogue.category_published', object: { kind: 'category', id: slug } });
    });
  }
}

/** @throws category_incomplete (422) naming what is missing */
export function assertPublishable(
  category: Category,
  parent: Category | null,
  rateAt: (key: string) => GstRate | undefined,
): void {
  const faults = publicationFaults({ hsn: category.hsn, gstRateKeys: category.gst_rate_keys }, parent, rateAt);
  if (faults.length > 0) throw fail('category_incomplete', { category: category.name, faults });
}

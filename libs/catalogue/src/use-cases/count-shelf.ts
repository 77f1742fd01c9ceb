import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { log } from '#platform/observability';
import { ShelfCounts } from '../data/shelf/shelf-counts.repository.js';

@Injectable()
export class CountShelf {
  constructor(
    private readonly work: UnitOfWork,
    private readonly counts: ShelfCounts,
  ) {}

  /**
   * Counts what a list cannot count while somebody waits, from all that stands on the shelf: goods by tag, in all and within
   * each State, sector, category, storefront and district; goods of each word and phrase; and where the best thousands
   * begin that a search looks at first. It reads everything: `FoldShelfCounts` keeps the counts from one day to the next.
   * @returns how many counts were not what they should have been, with all that was noted until now
   */
  run(): Promise<number> {
    return this.work.run(async (tx) => {
      await this.counts.lock(tx, { wait: true });
      const { counted, noted } = await this.counts.countAll(tx);
      await this.counts.markBest(tx);
      await this.counts.add(tx, noted);
      return this.counts.replace(tx, counted);
    });
  }

  /** Holds the counts that were kept note by note against the shelf, and puts them right. */
  async check(): Promise<void> {
    const wrong = await this.run();
    if (wrong > 0) log.warn({ wrong }, 'counts of the shelf were not what stands on it');
  }
}

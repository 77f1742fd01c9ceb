import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { ShelfTally } from '../domain/shelf/shelf-tally.js';
import { ShelfCounts } from '../data/shelf/shelf-counts.repository.js';
import { CountShelf } from './count-shelf.js';

/** Notes added up at a time, and times in one run: what is left is for the next. */
const batch = 1_000;
const batches = 20;

@Injectable()
export class FoldShelfCounts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly counts: ShelfCounts,
    private readonly countShelf: CountShelf,
  ) {}

  /**
   * Adds to the counts what has changed on the shelf since: as much work as there were changes, however many goods there
   * are. Where nothing was counted yet, everything is.
   * @returns how many changes were added
   */
  run(): Promise<number> {
    return this.work.run(async (tx) => {
      if (!(await this.counts.lock(tx, { wait: false }))) return 0;
      if (!(await this.counts.areThere(tx))) {
        await this.countShelf.run();
        return 0;
      }
      const tally = new ShelfTally();
      let changes = 0;
      for (let i = 0; i < batches; i++) {
        const taken = await this.counts.takeNotes(tx, batch, tally);
        changes += taken;
        if (taken < batch) break;
      }
      if (changes === 0) {
        await this.counts.holdStill(tx);
        return 0;
      }
      await this.counts.markBest(tx);
      await this.counts.add(tx, tally);
      return changes;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { istDay } from '#platform/time';
import { Entries } from '../data/entries.repository.js';
import { ListImports } from '../data/list-imports.repository.js';
import { EntryRetired } from '../domain/odop.events.js';

const batch_entries = 200;
/** A larger part than this is a cut file more often than a decision; of a handful the part says nothing. */
const retired_max_percent = 20;
const handful_entries = 5;
/** A row that could not be read may name any of them. */
const nothingRetired = {
  row: 1,
  code: 'nothing_retired',
  detail: 'Some rows could not be taken, so nothing was retired: mend them and import the list again.',
};

const tooManyRetired = (retired: number, all: number) => ({
  row: 1,
  code: 'too_many_retired',
  detail:
    `The list leaves out ${retired} of ${all} entries, more than ${retired_max_percent} %, so nothing is retired: check that ` +
    'the file is whole. If it is meant, import it at the command line with --retire-absent --retire-many.',
});

@Injectable()
export class RetireAbsent {
  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: ListImports,
    private readonly entries: Entries,
  ) {}

  /**
   * Retires what is in force and the list does not name any more, by the steps of SM-2, a batch a transaction; a dry run only
   * counts. Cut short it goes on: what is retired already is not in force. Nothing is deleted, goods keep the entry they had.
   * While a row could not be taken nothing is retired: it may name any of them. What is suspended or has a change under way stays: a desk is looking at it.
   * A large part of the list is retired only when that was asked for.
   * @returns what was not done, and what to do about it; null when all was done
   * @rule SM-2 S-60
   */
  async run(importId: string, retiresMany = false) {
    const { fault, isDryRun } = await this.tooMany(importId, retiresMany);
    if (fault !== null && !isDryRun) return fault;
    for (let after: string | null = null, more = true; more;) {
      after = await this.batch(importId, after);
      more = after !== null;
    }
    return fault;
  }

  /** Cut short and gone on with, what is retired already counts as well. */
  private tooMany(importId: string, retiresMany: boolean) {
    return this.work.run(async (tx) => {
      const now = (await this.imports.lock(tx, importId))!;
      const { absent, in_force } = await this.imports.countAbsent(tx, now);
      const [retired, all] = now.is_dry_run ? [absent, in_force] : [absent + now.retired, in_force + now.retired];
      const isLarge = retired > handful_entries && retired * 100 > all * retired_max_percent;
      const isTold = isLarge && !retiresMany && (now.is_dry_run || now.faulty === 0);
      return { fault: isTold ? tooManyRetired(retired, all) : null, isDryRun: now.is_dry_run };
    });
  }

  private batch(importId: string, after: string | null): Promise<string | null> {
    return this.work.run(async (tx) => {
      const now = (await this.imports.lock(tx, importId))!;
      if (now.state !== 'running') return null;
      if (now.faulty > 0 && !now.is_dry_run) {
        await this.imports.noteFaults(tx, importId, [nothingRetired]);
        return null;
      }
      const ids = await this.imports.absent(tx, now, after, batch_entries);
      if (!now.is_dry_run) {
        const lastDay = now.effective_from < istDay(tx.now) ? now.effective_from : istDay(tx.now);
        for (const id of ids) {
          const entry = await this.entries.lock(tx, id);
          await this.entries.move(tx, entry, 'withdraw', {
            reason: `${now.source} does not list it any more.`,
            change: { effective_to: lastDay, ...(now.decision_no === null ? {} : { decision_no: now.decision_no }) },
          });
          tx.emit(EntryRetired, { entryId: id, districtId: entry.district_id, successorId: null });
        }
      }
      await this.imports.countRetired(tx, importId, ids.length);
      return ids.length < batch_entries ? null : ids.at(-1)!;
    });
  }
}

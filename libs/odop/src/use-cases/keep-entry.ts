import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Entries } from '../data/entries.repository.js';
import { OfficesQuery } from '../data/offices.query.js';
import { EntryHandedOn } from '../domain/odop.events.js';
import { fail } from '../domain/odop.errors.js';

@Injectable()
export class KeepEntry {
  constructor(
    private readonly work: UnitOfWork,
    private readonly entries: Entries,
    private readonly offices: OfficesQuery,
  ) {}

  /**
   * The programme desk does not withdraw what a State asked it to: the entry goes on as it was.
   * @throws odop_entry_not_found (404), outside_your_desk (403), withdrawal_not_asked (409)
   * @rule SM-2
   */
  run(entryId: string, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      const entry = await this.entries.lock(tx, entryId);
      await this.offices.assertMay(tx, 'withdraw', entry);
      if (!entry.withdrawal_asked) throw fail('withdrawal_not_asked');
      await this.entries.change(tx, entry, 'keep', { withdrawal_asked_at: null, due_at: null }, reason);
      tx.emit(EntryHandedOn, { entryId, districtId: entry.district_id, state: entry.state });
    });
  }
}

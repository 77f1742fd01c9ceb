import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Entries } from '../data/entries.repository.js';
import { OfficesQuery } from '../data/offices.query.js';
import { GiFlagCorrected } from '../domain/odop.events.js';
import { odopEntryStates } from '../domain/odop-entry.states.js';

@Injectable()
export class CorrectGiFlag {
  constructor(
    private readonly work: UnitOfWork,
    private readonly entries: Entries,
    private readonly offices: OfficesQuery,
  ) {}

  /**
   * The published list is wrong about a GI: an officer sets it right with a reason, or takes that back (null). Goods in the
   * shop follow.
   * @throws odop_entry_not_found (404), outside_your_desk (403), illegal_transition (409)
   * @rule
   */
  run(entryId: string, gi: boolean | null, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      const entry = await this.entries.lock(tx, entryId);
      await this.offices.assertMay(tx, 'correct_gi', entry);
      odopEntryStates.next(entry.state, 'propose_change');
      const change = { gi_override: gi, gi_override_reason: gi === null ? null : reason };
      await this.entries.change(tx, entry, 'correct_gi', change, reason);
      tx.emit(GiFlagCorrected, { entryId, districtId: entry.district_id });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { PolicyQuery } from '#policy';
import { Entries } from '../data/entries.repository.js';
import { OfficesQuery } from '../data/offices.query.js';
import { WithdrawalAsked } from '../domain/odop.events.js';
import { fail } from '../domain/odop.errors.js';
import { odopEntryStates } from '../domain/odop-entry.states.js';

@Injectable()
export class AskWithdrawal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly entries: Entries,
    private readonly offices: OfficesQuery,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * A State asks the programme desk to take a product off the list. Until the desk has decided, the entry stays live.
   * @throws odop_entry_not_found (404), outside_your_desk (403), illegal_transition, withdrawal_asked_already (409)
   * @rule SM-2
   */
  run(entryId: string, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      const entry = await this.entries.lock(tx, entryId);
      await this.offices.assertMay(tx, 'ask_withdrawal', entry);
      odopEntryStates.next(entry.state, 'withdraw');
      if (entry.withdrawal_asked) throw fail('withdrawal_asked_already');
      const due_at = this.policy.deadline('odop.review_alarm_days', tx.now);
      await this.entries.change(tx, entry, 'ask_withdrawal', { withdrawal_asked_at: tx.now, due_at }, reason);
      tx.emit(WithdrawalAsked, { entryId, districtId: entry.district_id });
    });
  }
}

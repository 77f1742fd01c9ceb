import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { PolicyQuery } from '#policy';
import { Complaints } from '../data/complaints.repository.js';
import { isAbove } from '../domain/clocks.js';
import type { Decision } from '../domain/complaint.js';
import { fail } from '../domain/complaint.errors.js';
import { ComplaintResolved } from '../domain/complaint.events.js';
import { parties } from '../domain/parties.js';
import { DeskComplaints } from './desk-complaints.js';

/** Who has it decides what was not decided in time. */
export const nodal_permission = 'admin:complaints-above';

@Injectable()
export class ResolveComplaint {
  constructor(
    private readonly work: UnitOfWork,
    private readonly complaints: Complaints,
    private readonly desk: DeskComplaints,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * The desk decides, and says why. She may say that it is not settled, once, within days; else it closes by itself. From
   * day 20 on only the nodal person decides.
   * @param words  what she reads; sealed with her key
   * @throws complaint_not_found (404), own_complaint, complaint_above_desk (403), illegal_transition (409)
   * @rule SM-9
   */
  run(id: string, outcome: Decision, words: string): Promise<void> {
    return this.work.run((tx) =>
      this.desk.inside(tx, id, async (complaint) => {
        if (isAbove(complaint, tx.now) && !tx.actor.permissions.has(nodal_permission))
          throw fail('complaint_above_desk');
        const closes_at = this.policy.deadline('grv.confirm_days', tx.now);
        const until = this.policy.deadline('grv.reopen_days', tx.now);
        const mayReopen = complaint.reopens < this.policy.at('grv.reopens_max', complaint.received_at);
        const reopen_until = !mayReopen ? null : until < closes_at ? until : closes_at;
        const change = { outcome, resolved_at: tx.now, closes_at, reopen_until };
        await this.complaints.move(tx, complaint, 'resolve', change, words);
        const reopenUntil = reopen_until?.toISOString() ?? null;
        tx.emit(ComplaintResolved, { ...parties(complaint), outcome, reopenUntil });
      }),
    );
  }
}

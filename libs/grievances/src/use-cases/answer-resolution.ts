import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { PolicyQuery } from '#policy';
import { Complaints, type Complaint } from '../data/complaints.repository.js';
import { complaintStates } from '../domain/complaint.states.js';
import { fail } from '../domain/complaint.errors.js';
import { ComplaintReopened } from '../domain/complaint.events.js';
import { parties } from '../domain/parties.js';

@Injectable()
export class AnswerResolution {
  constructor(
    private readonly work: UnitOfWork,
    private readonly complaints: Complaints,
    private readonly policy: PolicyQuery,
  ) {}

  /** She is content: it is closed. @throws complaint_not_found (404), illegal_transition (409) @rule SM-9 */
  confirm(id: string): Promise<Complaint> {
    return this.work.run(async (tx) =>
      this.complaints.move(tx, await this.complaints.lockOwn(tx, id), 'confirm', {
        reopen_until: null,
        closes_at: null,
      }),
    );
  }

  /**
   * It is not settled, and she says why. The clocks of the day it came in go on: what is past its day 20 goes to the nodal
   * person at once.
   * @throws complaint_not_found (404), illegal_transition, reopened_already, reopen_time_over (409)
   * @rule SM-9
   */
  reopen(id: string, words: string): Promise<Complaint> {
    return this.work.run(async (tx) => {
      const complaint = await this.complaints.lockOwn(tx, id);
      complaintStates.next(complaint.state, 'reopen');
      const { reopen_until: until, reopens } = complaint;
      const reopens_max = this.policy.at('grv.reopens_max', complaint.received_at);
      if (until === null) throw fail('reopened_already', { reopens_max });
      if (until <= tx.now) throw fail('reopen_time_over', { until: until.toISOString() });
      const undecided = { outcome: null, resolved_at: null, reopen_until: null, closes_at: null };
      const reopened = await this.complaints.move(
        tx,
        complaint,
        'reopen',
        { ...undecided, reopens: reopens + 1 },
        words,
      );
      tx.emit(ComplaintReopened, { ...parties(complaint), redressBy: complaint.redress_by.toISOString() });
      return reopened;
    });
  }
}

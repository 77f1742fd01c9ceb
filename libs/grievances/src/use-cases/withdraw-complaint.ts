import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Complaints, type Complaint } from '../data/complaints.repository.js';
import { complaintStates } from '../domain/complaint.states.js';

@Injectable()
export class WithdrawComplaint {
  constructor(
    private readonly work: UnitOfWork,
    private readonly complaints: Complaints,
  ) {}

  /** She takes it back before it is decided. @throws complaint_not_found (404), illegal_transition (409) @rule SM-9 */
  run(id: string): Promise<Complaint> {
    return this.work.run(async (tx) => {
      const complaint = await this.complaints.lockOwn(tx, id);
      return this.complaints.move(tx, complaint, 'withdraw', { outcome: 'withdrawn' });
    });
  }

  /** Her key is gone, and with it what was said; nobody is there to be answered. The dates stay: they are kept by law. @rule S-66 */
  forget(personId: string): Promise<void> {
    return this.work.run(async (tx) => {
      for (const complaint of await this.complaints.lockOfPerson(tx, personId))
        await (complaintStates.can(complaint.state, 'withdraw')
          ? this.complaints.move(tx, complaint, 'withdraw', { outcome: 'withdrawn' })
          : this.complaints.move(tx, complaint, 'lapse', { reopen_until: null, closes_at: null }));
    });
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { Complaints, type Complaint } from '../data/complaints.repository.js';
import { clocksOf, type Clock } from '../domain/clocks.js';
import { ComplaintBreached, ComplaintEscalated, ComplaintWaits } from '../domain/complaint.events.js';
import { parties } from '../domain/parties.js';

@Injectable()
export class StrikeComplaint {
  constructor(
    private readonly work: UnitOfWork,
    private readonly complaints: Complaints,
  ) {}

  /** Complaints with a clock that is due, the longest first, for the sweep. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.complaints.due(tx, limit);
  }

  /**
   * A clock strikes: the desk hears that nobody acknowledged it in 48 hours; on day 20 it goes to the nodal person; after a
   * month it is flagged; decided and not answered it closes. One clock at a time, looked at again under the lock.
   * @rule SM-9
   */
  run(id: string): Promise<void> {
    return this.work.run(async (tx) => {
      const complaint = await this.complaints.lock(tx, id);
      const [next] = clocksOf(complaint);
      if (next !== undefined && next.at <= tx.now) await this.strike(tx, complaint, next.clock);
    });
  }

  private async strike(tx: Tx, complaint: Complaint, clock: Clock): Promise<void> {
    const of = parties(complaint);
    const redressBy = complaint.redress_by.toISOString();
    switch (clock) {
      case 'remind':
        await this.complaints.note(tx, complaint, 'reminded_at');
        return tx.emit(ComplaintWaits, { ...of, since: complaint.received_at.toISOString() });
      case 'escalate':
        await this.complaints.move(tx, complaint, 'escalate', { escalated_at: tx.now });
        return tx.emit(ComplaintEscalated, { ...of, redressBy });
      case 'breach':
        await this.complaints.note(tx, complaint, 'breached_at');
        return tx.emit(ComplaintBreached, { ...of, redressBy });
      case 'lapse':
        await this.complaints.move(tx, complaint, 'lapse', { reopen_until: null, closes_at: null });
    }
  }
}

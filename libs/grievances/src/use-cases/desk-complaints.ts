import { Injectable } from '@nestjs/common';
import { seeingAll, type Tx } from '#platform/database';
import { Complaints, type Complaint } from '../data/complaints.repository.js';
import { fail } from '../domain/complaint.errors.js';

@Injectable()
export class DeskComplaints {
  constructor(private readonly complaints: Complaints) {}

  /**
   * An officer works on a complaint of somebody else, held until the transaction ends.
   * @throws complaint_not_found (404), own_complaint (403)
   * @rule S-28
   */
  inside<T>(tx: Tx, id: string, act: (complaint: Complaint) => Promise<T>): Promise<T> {
    return seeingAll(tx, async () => {
      const complaint = await this.complaints.lock(tx, id);
      if (complaint.person_id === tx.actor.personId) throw fail('own_complaint');
      return act(complaint);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Complaints } from '../data/complaints.repository.js';
import { ComplaintAcknowledged } from '../domain/complaint.events.js';
import { parties } from '../domain/parties.js';
import { DeskComplaints } from './desk-complaints.js';

@Injectable()
export class AcknowledgeComplaint {
  constructor(
    private readonly work: UnitOfWork,
    private readonly complaints: Complaints,
    private readonly desk: DeskComplaints,
  ) {}

  /**
   * An officer has read it: the shopper hears by when it is decided.
   * @throws complaint_not_found (404), own_complaint (403), illegal_transition (409)
   * @rule SM-9
   */
  run(id: string): Promise<void> {
    return this.work.run((tx) =>
      this.desk.inside(tx, id, async (complaint) => {
        await this.complaints.move(tx, complaint, 'acknowledge', { acknowledged_at: tx.now });
        const redressBy = complaint.redress_by.toISOString();
        tx.emit(ComplaintAcknowledged, { ...parties(complaint), redressBy });
      }),
    );
  }

  /** An officer looks into it. @throws complaint_not_found (404), own_complaint (403), illegal_transition (409) @rule SM-9 */
  begin(id: string): Promise<void> {
    return this.work.run((tx) =>
      this.desk.inside(tx, id, async (complaint) => {
        await this.complaints.move(tx, complaint, 'begin');
      }),
    );
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { Reports } from '../data/reports.repository.js';
import { ReportEscalated } from '../domain/listing.events.js';

@Injectable()
export class EscalateReport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reports: Reports,
  ) {}

  /** Reports nobody decided on in time, the longest first, for the sweep. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.reports.due(tx, limit);
  }

  /** A report nobody decided on in time is shown to the office above. Looked at again under its lock. @rule SM-3 */
  run(reportId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const report = await this.reports.lock(tx, reportId);
      if (report.due_at === null || report.due_at > tx.now) return;
      await this.reports.escalate(tx, reportId);
      const { listing_id: listingId, seller_id: sellerId, above_desk_id: deskId } = report;
      tx.emit(ReportEscalated, { listingId, sellerId, reportId, deskId });
    });
  }
}

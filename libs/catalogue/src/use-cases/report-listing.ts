import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { assert } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { ReviewDesksQuery } from '#sellers';
import { Listings } from '../data/listings.repository.js';
import { Reports } from '../data/reports.repository.js';
import { fail } from '../domain/listing.errors.js';
import { ReportMade } from '../domain/listing.events.js';
import { shownStates } from '../domain/listing.states.js';
import { assertMayReport, type ReportReason } from '../domain/report.rules.js';

@Injectable()
export class ReportListing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly listings: Listings,
    private readonly reports: Reports,
    private readonly desks: ReviewDesksQuery,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * A signed-in person says that goods in the shop should not be there. The officer of their district looks; the maker is
   * never told who it was.
   * @throws listing_unknown (404), report_waits (409), too_many_reports (429)
   * @rule SM-3
   */
  run(listingId: string, reason: ReportReason, words: string): Promise<{ reportId: string }> {
    return this.work.run(async (tx) => {
      const reporter_id = tx.actor.personId;
      assert(reporter_id, 'who reports is signed in');
      const listing = await this.listings.lock(tx, listingId);
      if (!shownStates.includes(listing.state)) throw fail('listing_unknown');
      const made = await this.reports.ofReporter(tx, reporter_id, listingId);
      const at = tx.now;
      assertMayReport(made, this.policy.at('report.waiting_max', at), this.policy.at('report.day_max', at));
      const place = { districtId: listing.district_id, stateCode: listing.state_code };
      const desk = await this.desks.of(tx, 'district', place);
      const reportId = await this.reports.add(tx, {
        ...{ listing_id: listingId, seller_id: listing.seller_id, reporter_id, reason, words },
        ...{ desk_id: desk.desk_id, above_desk_id: desk.above_id },
        due_at: this.policy.deadline('report.review_days', at),
      });
      tx.audit({ action: 'catalogue.reported', object: { kind: 'listing', id: listingId } });
      tx.emit(ReportMade, { listingId, sellerId: listing.seller_id, reportId, deskId: desk.desk_id });
      return { reportId };
    });
  }
}

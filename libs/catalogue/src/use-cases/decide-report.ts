import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { PolicyQuery } from '#policy';
import { Changes } from '../data/changes.repository.js';
import { Listings, type Listing } from '../data/listings.repository.js';
import { Reports, type Report } from '../data/reports.repository.js';
import { fail } from '../domain/listing.errors.js';
import { IpRepeated, ListingBlocked, ReportDismissed, ReportUpheld } from '../domain/listing.events.js';
import { isInShop } from '../domain/listing.states.js';
import { isRepeatOffence } from '../domain/report.rules.js';

@Injectable()
export class DecideReport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly listings: Listings,
    private readonly reports: Reports,
    private readonly changes: Changes,
    private readonly policy: PolicyQuery,
  ) {}

  /** One on the desk of the caller's office, for the look-up of the path. @throws report_unknown (404) @rule S-42 */
  find(tx: Tx, reportId: string): Promise<Report> {
    return this.reports.findOnDesk(tx, reportId);
  }

  /**
   * The officer of the district upholds a report, which blocks the goods until their maker has put it right, or dismisses
   * it. Of two officers at once the first one decides.
   * @param answer  read by who reported, and when upheld by the maker
   * @throws report_unknown (404), report_decided (409), own_goods, own_report (403)
   * @rule SM-3 S-28 S-42
   */
  run(reportId: string, isUpheld: boolean, answer: string): Promise<void> {
    return this.work.run(async (tx) => {
      const { listing_id } = await this.find(tx, reportId);
      const listing = await this.listings.lock(tx, listing_id);
      const report = await this.reports.lock(tx, reportId);
      if (report.decided_at !== null) throw fail('report_decided');
      if (report.reporter_id === tx.actor.personId) throw fail('own_report');
      await this.listings.assertOthers(tx, listing.seller_id);
      const offences = await this.reports.ipOffences(tx, listing.seller_id);
      await this.reports.decide(tx, reportId, isUpheld ? 'upheld' : 'dismissed', answer);
      tx.audit({
        action: isUpheld ? 'catalogue.report_upheld' : 'catalogue.report_dismissed',
        object: { kind: 'listing', id: listing.id },
        reason: answer,
      });
      const told = { listingId: listing.id, sellerId: listing.seller_id, reportId, reporterId: report.reporter_id };
      if (!isUpheld) return tx.emit(ReportDismissed, told);
      tx.emit(ReportUpheld, told);
      await this.block(tx, listing, answer);
      await this.countOffence(tx, listing.seller_id, offences);
    });
  }

  /** Goods that left the shop meanwhile are not blocked: they come before the officer if they are to come back. */
  private async block(tx: Tx, listing: Listing, reason: string): Promise<void> {
    if (!isInShop(listing.state)) return;
    await this.changes.end(tx, listing.id);
    await this.listings.move(tx, listing, 'block', { reason, change: { blocked_for: 'report' } });
    tx.emit(ListingBlocked, { listingId: listing.id, sellerId: listing.seller_id, for: 'report' });
  }

  private async countOffence(tx: Tx, sellerId: string, before: number): Promise<void> {
    const goods = await this.reports.ipOffences(tx, sellerId);
    if (isRepeatOffence(before, goods, this.policy.at('report.ip_repeat_at', tx.now))) {
      tx.emit(IpRepeated, { sellerId, goods });
    }
  }
}

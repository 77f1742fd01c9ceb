import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { PolicyQuery } from '#policy';
import { ReviewDesksQuery, SellersQuery } from '#sellers';
import { EntryTies } from '../data/entry-ties.js';
import { Listings } from '../data/listings.repository.js';
import { SubmissionFactsQuery } from '../data/submission-facts.js';
import { assertTakesGoods } from '../domain/category.rules.js';
import { assertComplete } from '../domain/checklist.js';
import { ListingSubmitted } from '../domain/listing.events.js';
import { submittedAs } from '../domain/submission.rules.js';
import { AutoPublish } from './auto-publish.js';

@Injectable()
export class SubmitListing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly listings: Listings,
    private readonly sellers: SellersQuery,
    private readonly ties: EntryTies,
    private readonly facts: SubmissionFactsQuery,
    private readonly desks: ReviewDesksQuery,
    private readonly policy: PolicyQuery,
    private readonly autoPublish: AutoPublish,
  ) {}

  /**
   * Puts goods before the officer of their district, for the first time or again after changes. Goods of a trusted maker that
   * need no officer's look are on sale at once.
   * @throws illegal_transition (409), category_closed and what `assertComplete` throws (422)
   * @rule SM-3  
   */
  run(listingId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const listing = await this.listings.lockOwn(tx, listingId);
      const facts = await this.facts.of(tx, listing);
      const event = submittedAs(listing.state, facts.images, facts.images_min);
      const seller = await this.sellers.byId(tx, listing.seller_id);
      await this.ties.assertMay(tx, seller, listing.odop_entry_id, true);
      if (facts.category) assertTakesGoods(facts.category.slug, facts.category);
      assertComplete(facts);
      const desk = await this.desks.of(tx, 'district', {
        districtId: listing.district_id,
        stateCode: listing.state_code,
      });
      const state = await this.listings.move(tx, listing, event, {
        due_at: this.policy.deadline('listing.review_days', tx.now),
        change: { desk_id: desk.desk_id, above_desk_id: desk.above_id, escalated_at: null, fssai: facts.fssai },
      });
      const submitted = { ...listing, state, version: listing.version + 1 };
      if (await this.autoPublish.inside(tx, submitted, event, facts)) return;
      tx.emit(ListingSubmitted, { listingId, sellerId: listing.seller_id });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, type Tx } from '#platform/database';
import { PolicyQuery } from '#policy';
import { SellersQuery } from '#sellers';
import { Likenesses } from '../data/likenesses.js';
import { Listings, type Listing } from '../data/listings.repository.js';
import { Media } from '../data/media.repository.js';
import { Offers } from '../data/offers.repository.js';
import { publishesItself, type MakerRecord } from '../domain/auto-publish.rules.js';
import { isFoodOf, type SubmissionFacts } from '../domain/checklist.js';
import { ListingLive } from '../domain/listing.events.js';

@Injectable()
export class AutoPublish {
  constructor(
    private readonly listings: Listings,
    private readonly likenesses: Likenesses,
    private readonly offers: Offers,
    private readonly sellers: SellersQuery,
    private readonly media: Media,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * Puts just submitted goods on sale when their maker is trusted and nothing of them needs an officer's look, such as a
   * picture another maker had before.
   * @param listing  as it is after its submission
   * @param facts.isGi  whether its ODOP product has a registered GI
   * @returns whether they are on sale now
   * @rule SM-3
   */
  async inside(
    tx: Tx,
    listing: Listing,
    event: 'submit' | 'resubmit' | 'cure',
    facts: Pick<SubmissionFacts, 'hsn' | 'category' | 'isGi'>,
  ): Promise<boolean> {
    const goods = { event, hasEntry: listing.odop_entry_id !== null, isFood: isFoodOf(facts), hasGi: facts.isGi };
    const maker = await this.recordOf(tx, listing.seller_id);
    if (!publishesItself(goods, maker, this.policy.at('listing.trusted_approvals', tx.now))) return false;
    // Somebody else may have had such a picture first: an officer looks before anybody buys.
    if (!(await this.media.arePainted(tx, listing.id))) return false;
    if ((await this.likenesses.ofListing(tx, listing.id)).length > 0) return false;
    await this.listings.move(tx, listing, 'auto_publish', { change: { live_at: listing.live_at ?? tx.now } });
    await this.offers.review(tx, listing);
    await this.listings.followStock(tx, [listing.id]);
    tx.emit(ListingLive, { listingId: listing.id, sellerId: listing.seller_id });
    return true;
  }

  /** What officers and reports have said of a maker's goods; reports count for so many months. @rule SM-3 */
  async recordOf(tx: Tx, sellerId: string): Promise<MakerRecord> {
    const { state } = await this.sellers.byId(tx, sellerId);
    const row = await seeingAll(tx, () =>
      tx.maybe(
        z.object({ approved: z.number(), upheld: z.number() }),
        `select (select count(distinct h.listing_id)::integer from catalogue.listing l
                   join catalogue.listing_history h on h.listing_id = l.id
                  where l.seller_id = $1 and h.event = 'approve') as approved,
                (select count(*)::integer from catalogue.report
                  where seller_id = $1 and state = 'upheld'
                    and decided_at > $2::timestamptz - make_interval(months => $3)) as upheld`,
        [sellerId, tx.now, this.policy.at('listing.trusted_months', tx.now)],
      ),
    );
    return { state, ...row! };
  }
}

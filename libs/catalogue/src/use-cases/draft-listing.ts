import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { assert, DomainError } from '#platform/kernel';
import { ReviewDesksQuery } from '#sellers';
import { Drafts } from '../data/drafts.js';
import { ListingWriting } from '../data/listing-writing.js';
import { ListingDraftedFor } from '../domain/listing.events.js';
import type { ListingInput } from '../domain/listing-content.js';

@Injectable()
export class DraftListing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly writing: ListingWriting,
    private readonly drafts: Drafts,
    private readonly desks: ReviewDesksQuery,
  ) {}

  /**
   * A verified maker describes goods of her district. Nobody else sees them yet.
   * @rule SM-3  
   */
  run(content: ListingInput): Promise<{ listingId: string }> {
    return this.work.run(async (tx) => ({ listingId: await this.write(tx, content, tx.actor.organisationId) }));
  }

  /**
   * The officer of a maker's district describes goods for her: they are the maker's, who looks at them, shows pictures and
   * hands them in herself. Whoever wrote them does not approve them.
   * @throws seller_unknown (404) for a maker who is on another desk
   * @rule S-28 S-42
   */
  runFor(sellerId: string, content: ListingInput): Promise<{ listingId: string }> {
    return this.work.run(async (tx) => {
      await this.desks.assertOwn(tx, sellerId);
      const listingId = await seeingAll(tx, () => this.write(tx, content, sellerId));
      tx.audit({ action: 'catalogue.drafted_for', object: { kind: 'listing', id: listingId } });
      tx.emit(ListingDraftedFor, { listingId, sellerId });
      return { listingId };
    });
  }

  private async write(tx: Tx, content: ListingInput, sellerId: string | null): Promise<string> {
    const written = await this.writing.read(tx, content, null, sellerId);
    const [told] = await this.drafts.add(tx, written.seller.seller_id, [{ ...written, images: content.images }]);
    if (told instanceof DomainError) throw told;
    assert(told !== undefined, 'a draft is written or refused');
    return told;
  }
}

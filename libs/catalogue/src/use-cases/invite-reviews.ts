import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { Reviews, type DeliveredLine } from '../data/reviews/reviews.repository.js';
import { ReviewInvited } from '../domain/reviews/review.events.js';

@Injectable()
export class InviteReviews {
  constructor(private readonly reviews: Reviews) {}

  /**
   * Goods of an order arrived: their buyer may say how they are, once for each line. She is told once of all of them, and
   * twice told is once invited. What she sends back later changes nothing: she had them in her hands, and why they went back is what others want to know.
   * @param of.stateCode  the State they went to: shown instead of her name
   * @rule
   */
  async inside(
    tx: Tx,
    of: { buyerId: string; sellerId: string; stateCode: string },
    lines: readonly DeliveredLine[],
  ): Promise<void> {
    const [first, ...others] = await this.reviews.invite(tx, of, lines);
    if (first === undefined) return;
    const { sellerId, buyerId } = of;
    const { id: reviewId, listing_id: listingId } = first;
    tx.emit(ReviewInvited, { reviewId, listingId, sellerId, buyerId, others: others.length });
  }
}

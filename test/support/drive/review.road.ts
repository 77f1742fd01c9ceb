import {
  DecideReviewCase,
  ReportReview,
  reviewInput,
  reviewStates,
  WithdrawReview,
  WriteReview,
  type ReviewInput,
} from '#catalogue';
import { OrderDelivered } from '#orders';
import { personActor } from '#platform/testing';
import type { DrivenReview, PurchaseWish, Workshop } from './driven.js';
import { road } from './road.js';

const row = ({ reviewId }: DrivenReview) => ({ table: 'catalogue.review', id: reviewId });

/** What a driven shopper says: nothing suspicious, or a link. */
const said = (words: string, stars = 5): ReviewInput => reviewInput.parse({ stars, title: 'As shown', words });

const writes = ({ booted }: Workshop, { shopper, reviewId }: DrivenReview, words: string) =>
  booted.as(shopper, () => booted.get(WriteReview).run(reviewId, said(words)));

/** The officer of the district refuses, or lets stand, what waits on her desk about a review. */
async function decides({ goods, booted, hands }: Workshop, { piece, reviewId }: DrivenReview, refuse: boolean) {
  const desk = await goods.make.officerOf(piece.maker.district.slug);
  const sql = `select id from catalogue.review_case where review_id = $1 and state = 'waiting'`;
  const { id } = await hands.sees<{ id: string }>(sql, [reviewId]);
  await booted.as(desk, () => booted.get(DecideReviewCase).run(id, refuse, 'Links are not shown.'));
}

/** A buyer's review, from the delivery of her order on. */
export const reviewRoad = road<DrivenReview, PurchaseWish>()({
  machine: reviewStates,
  row,
  async begin(shop, wish) {
    const order = await shop.drive.order.to('delivered', wish);
    await shop.hands.does(OrderDelivered, { orderId: order.orderId });
    const sql = 'select id from orders.order_line where order_id = $1';
    return { ...order, reviewId: (await shop.hands.sees<{ id: string }>(sql, [order.orderId])).id };
  },
  steps: {
    publish: async (shop, review) =>
      (await shop.drive.review.stateOf(review)) === 'held'
        ? decides(shop, review, false)
        : writes(shop, review, 'Warm and soft.'),
    hold: (shop, review) => writes(shop, review, 'Cheaper at www.silk.example.com'),
    async refuse(shop, review) {
      const { booted, drive } = shop;
      const reports = () => booted.get(ReportReview).run(review.reviewId, 'review', 'untrue', 'She never wore it.');
      if ((await drive.review.stateOf(review)) === 'published') await booted.as(personActor(), reports);
      await decides(shop, review, true);
    },
    withdraw: ({ booted }, { shopper, reviewId }) => booted.as(shopper, () => booted.get(WithdrawReview).run(reviewId)),
    lapse: ({ hands }, review) => hands.strikes('catalogue.lapse-reviews', row(review)),
  },
});

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient, type Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { reviewColumns, reviewRow } from './reviews.repository.js';

const shownRow = z.object({
  review_id: z.uuid(),
  stars: z.number(),
  title: z.string().nullable(),
  words: z.string().nullable(),
  language: z.string(),
  by_name: z.string().nullable(),
  by_state: z.string(),
  written_at: z.date(),
  edited_at: z.date().nullable(),
  answer: z.string().nullable(),
  answered_at: z.date().nullable(),
  sort_stars: z.string(),
  sort_time: z.string(),
});
/** A review as everybody reads it. */
export type ShownReview = z.infer<typeof shownRow>;

const ratingRow = z.object({ reviews: z.number(), rating_tenths: z.number(), stars: z.array(z.number()) });
/** @property stars  voices for one star, two stars … five stars */
export type Rating = z.infer<typeof ratingRow>;
export const unrated: Rating = { reviews: 0, rating_tenths: 0, stars: [0, 0, 0, 0, 0] };

export const reviewSorts = ['newest', 'highest', 'lowest'] as const;
export type ReviewSort = (typeof reviewSorts)[number];
/** Stars and time, whichever way: one key for every order. */
export const reviewKey = z.tuple([z.string(), z.string(), z.uuid()]);

const ownRow = reviewRow.extend({ invited_key: z.string() });
/** A buyer's own: an invitation, or what she wrote. */
export type OwnReview = z.infer<typeof ownRow>;
export const ownReviewKey = z.tuple([z.string(), z.uuid()]);

const shopRow = reviewRow.extend({ listing_title: z.string(), written_key: z.string() });
/** What buyers say of a shop's goods. */
export type ShopReview = z.infer<typeof shopRow>;

const columns = `v.review_id, v.stars, v.title, v.words, v.language, v.by_name, coalesce(s.name, v.by_state) as by_state, v.written_at,
                 v.edited_at, v.answer, v.answered_at, v.stars::text as sort_stars, v.written_at::text as sort_time`;

/** Reviews in lists. */
@Injectable()
export class ReviewsQuery {
  constructor(private readonly read: ReadClient) {}

  /** What buyers say of goods; public, one statement. @rule */
  page(
    listingId: string,
    stars: number | null,
    sort: ReviewSort,
    request: PageRequest<z.infer<typeof reviewKey>>,
  ): Promise<ShownReview[]> {
    const { sql, values } = reviewsPage(listingId, stars, sort, request);
    return this.read.many(shownRow, sql, values);
  }

  /** How many stars goods, or a maker, have. */
  async ratingOf(subjectId: string): Promise<Rating> {
    const row = await this.read.maybe(
      ratingRow,
      `select reviews, rating_tenths, array[stars_1, stars_2, stars_3, stars_4, stars_5] as stars
         from catalogue.v_rating where subject_id = $1`,
      [subjectId],
    );
    return row ?? unrated;
  }

  /** The caller's invitations and reviews, newest first. @rule S-42 */
  mine(tx: Tx, request: PageRequest<z.infer<typeof ownReviewKey>>): Promise<OwnReview[]> {
    const part = keyset(request, ['r.invited_at', 'r.id'], 'desc', 2);
    return tx.many(
      ownRow,
      `select ${reviewColumns}, r.invited_at::text as invited_key from catalogue.review r
        where r.buyer_id = $1 ${part.where} order by ${part.orderBy} limit ${part.limit}`,
      [tx.actor.personId, ...part.values],
    );
  }

  /** What is published of goods of the caller's shop, newest first. @rule S-42 */
  ofShop(tx: Tx, isUnanswered: boolean, request: PageRequest<z.infer<typeof ownReviewKey>>): Promise<ShopReview[]> {
    const part = keyset(request, ['r.written_at', 'r.id'], 'desc', 3);
    return tx.many(
      shopRow,
      `select ${reviewColumns}, l.title as listing_title, r.written_at::text as written_key
         from catalogue.review r join catalogue.listing l on l.id = r.listing_id
        where r.seller_id = $1 and r.state = 'published' and ($2::boolean is false or r.answer is null) ${part.where}
        order by ${part.orderBy} limit ${part.limit}`,
      [tx.actor.organisationId, isUnanswered, ...part.values],
    );
  }
}

/** The statement of a page, as it is sent: the tests ask PostgreSQL how it would run it. */
export function reviewsPage(
  listingId: string,
  stars: number | null,
  sort: ReviewSort,
  request: PageRequest<z.infer<typeof reviewKey>>,
) {
  const key = request.key === null ? null : ([...request.key] as const);
  const isByStars = sort !== 'newest';
  const order = isByStars ? ['v.stars', 'v.written_at', 'v.review_id'] : ['v.written_at', 'v.review_id'];
  const after = key === null ? null : isByStars ? key : key.slice(1);
  const part = keyset({ ...request, key: after as never }, order, sort === 'lowest' ? 'asc' : 'desc', 3);
  return {
    sql: `select ${columns} from catalogue.review_shown v left join odop.v_state s on s.code = v.by_state
           where v.listing_id = $1 and ($2::smallint is null or v.stars = $2) ${part.where}
           order by ${part.orderBy} limit ${part.limit}`,
    values: [listingId, stars, ...part.values],
  };
}

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { fail } from '../../domain/reviews/review.errors.js';
import { answerStates, reviewStates, type ReviewEvent, type ReviewState } from '../../domain/reviews/review.states.js';
import { Ratings } from './ratings.repository.js';
import type { ReviewEntity } from './review.entity.js';

const reviewRow = z.object({
  id: z.uuid(),
  listing_id: z.uuid(),
  seller_id: z.uuid(),
  buyer_id: z.uuid(),
  state: z.enum(reviewStates.names as [ReviewState]),
  bought_title: z.string(),
  buyer_state: z.string(),
  invited_at: z.date(),
  closes_at: z.date(),
  due_at: z.date().nullable(),
  stars: z.number().nullable(),
  title: z.string().nullable(),
  words: z.string().nullable(),
  language: z.string().nullable(),
  shown_name: z.string().nullable(),
  written_at: z.date().nullable(),
  edited_at: z.date().nullable(),
  refused_for: z.string().nullable(),
  answer: z.string().nullable(),
  answer_state: z.enum(answerStates).nullable(),
  answered_at: z.date().nullable(),
  answered_by: z.uuid().nullable(),
  answer_refused_for: z.string().nullable(),
  told_at: z.date().nullable(),
  answer_told_at: z.date().nullable(),
});
export type Review = z.infer<typeof reviewRow>;
export const reviewColumns = Object.keys(reviewRow.shape)
  .map((name) => `r.${name}`)
  .join(', ');
export { reviewRow };

/** What a step changes beside the state. */
export type ReviewChange = Partial<
  Omit<ReviewEntity, 'id' | 'listing_id' | 'seller_id' | 'buyer_id' | 'state' | 'due_at' | 'bought_title'>
>;

/** Words and stars are gone for good; what was bought stays. */
export const wordless = {
  ...{ stars: null, title: null, words: null, language: null, shown_name: null },
  ...{ answer: null, answer_state: null, answer_refused_for: null, refused_for: null },
} as const;

/** A line of an order that arrived. */
export interface DeliveredLine {
  lineId: string;
  offerId: string;
  title: string;
}

@Injectable()
export class Reviews {
  constructor(
    private readonly policy: PolicyQuery,
    private readonly ratings: Ratings,
  ) {}

  /** Invites for lines that have no invitation yet; a line of goods that are no more in the catalogue gets none. */
  invite(
    tx: Tx,
    of: { buyerId: string; sellerId: string; stateCode: string },
    lines: readonly DeliveredLine[],
  ): Promise<{ id: string; listing_id: string }[]> {
    return tx.many(
      z.object({ id: z.uuid(), listing_id: z.uuid() }),
      `insert into catalogue.review (id, listing_id, seller_id, buyer_id, state, bought_title, buyer_state, invited_at, closes_at, due_at)
       select l."lineId", o.listing_id, $2, $3, '${reviewStates.initial}', l.title, $4, $5::timestamptz, $6::timestamptz, $6::timestamptz
         from jsonb_to_recordset($1::jsonb) as l("lineId" uuid, "offerId" uuid, title text)
         join catalogue.offer o on o.id = l."offerId"
        order by 1
       on conflict (id) do nothing returning id, listing_id`,
      [
        ...[JSON.stringify(lines), of.sellerId, of.buyerId, of.stateCode],
        ...[tx.now, this.policy.lapseOf(reviewStates, reviewStates.initial, tx.now)],
      ],
    );
  }

  /** The caller's own, held until the transaction ends. @throws review_unknown (404) @rule S-42 */
  async lockOwn(tx: Tx, id: string): Promise<Review> {
    const review = await this.lock(tx, id);
    if (review.buyer_id !== tx.actor.personId) throw fail('review_unknown');
    return review;
  }

  /** One that everybody reads, of goods of the caller's shop. @throws review_unknown (404) @rule S-42 */
  async lockOfShop(tx: Tx, id: string): Promise<Review> {
    const review = await this.lock(tx, id);
    if (review.seller_id !== tx.actor.organisationId || review.state !== 'published') throw fail('review_unknown');
    return review;
  }

  async lock(tx: Tx, id: string): Promise<Review> {
    const sql = `select ${reviewColumns} from catalogue.review r where r.id = $1 for update`;
    const review = await tx.maybe(reviewRow, sql, [id]);
    if (!review) throw fail('review_unknown');
    return review;
  }

  /**
   * A step of a review: its state, what else it changes, what everybody reads, and the stars that count.
   * @returns the review as it is now, and whether the stars of the goods changed
   * @throws illegal_transition (409)
   */
  async move(
    tx: Tx,
    before: Review,
    by: ReviewEvent,
    change: ReviewChange = {},
  ): Promise<{ review: Review; isRated: boolean }> {
    const state = reviewStates.next(before.state, by);
    // It lapses when the time is over that its author was told.
    const until = change.closes_at ?? before.closes_at;
    const due_at = this.policy.lapseOf(reviewStates, state, tx.now) === null ? null : until;
    const review = await this.write(tx, before.id, { ...change, state, due_at });
    await this.show(tx, review);
    const counted = (one: Review) => (one.state === 'published' ? one.stars : null);
    const isRated = await this.ratings.count(tx, before, counted(before), counted(review));
    tx.audit({
      action: `catalogue.review_${by}`,
      object: { kind: 'review', id: review.id },
      before: { state: before.state },
      after: { state },
    });
    return { review, isRated };
  }

  /** What the maker says to it; shown when it may be. */
  async answer(tx: Tx, id: string, change: ReviewChange): Promise<Review> {
    const review = await this.write(tx, id, change);
    await this.show(tx, review);
    return review;
  }

  private async write(tx: Tx, id: string, change: Partial<ReviewEntity>): Promise<Review> {
    const entries = Object.entries(change);
    const set = entries.map(([column], i) => `${column} = $${i + 2}`).join(', ');
    const sql = `update catalogue.review r set ${set} where r.id = $1 returning ${reviewColumns}`;
    const review = await tx.maybe(reviewRow, sql, [id, ...entries.map(([, value]) => value)]);
    assert(review, 'the review is held');
    return review;
  }

  private async show(tx: Tx, review: Review): Promise<void> {
    await tx.run(review.state === 'published' ? showAgain : `delete from catalogue.review_shown where review_id = $1`, [
      review.id,
    ]);
  }

  /** Whether the caller belongs to a shop: read as herself. */
  async isOfShop(tx: Tx, sellerId: string): Promise<boolean> {
    const sql = `select 1 from identity.v_membership where person_id = $1 and organisation_id = $2`;
    return (await tx.run(sql, [tx.actor.personId, sellerId])) > 0;
  }

  /** Goods that were not reviewed, or not written anew, in time; the longest first, for the sweep. */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select id from catalogue.review where due_at <= $1 order by due_at limit $2`,
      [tx.now, limit],
    );
    return rows.map((row) => row.id);
  }

  /** All of a person's, held, in id order. */
  lockOfPerson(tx: Tx, personId: string): Promise<Review[]> {
    return tx.many(
      reviewRow,
      `select ${reviewColumns} from catalogue.review r where r.buyer_id = $1 order by r.id for update`,
      [personId],
    );
  }
}

const shown = `
  select r.id, r.listing_id, r.stars, r.title, r.words, coalesce(r.language, 'en'), r.shown_name, r.buyer_state, r.written_at, r.edited_at,
         case when r.answer_state = 'published' then r.answer end,
         case when r.answer_state = 'published' then r.answered_at end
    from catalogue.review r where r.id = $1`;
const copied = [
  ...['stars', 'title', 'words', 'language', 'by_name', 'by_state', 'written_at', 'edited_at', 'answer'],
  'answered_at',
];
const showAgain = `
  insert into catalogue.review_shown (review_id, listing_id, ${copied.join(', ')}) ${shown}
  on conflict (review_id) do update set ${copied.map((one) => `${one} = excluded.${one}`).join(', ')}`;

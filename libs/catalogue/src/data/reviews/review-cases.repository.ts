import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, type Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { assert, newId } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { ReviewDesksQuery } from '#sellers';
import { fail } from '../../domain/reviews/review.errors.js';
import { ReviewCaseMade } from '../../domain/reviews/review.events.js';
import { reviewReasons, type EarlierReviewReports, type ReviewReason } from '../../domain/reviews/review.rules.js';
import { caseStates, type CaseAbout } from '../../domain/reviews/review.states.js';
import type { Suspicion } from '../../domain/reviews/suspicions.js';
import type { Review } from './reviews.repository.js';

const caseRow = z.object({
  id: z.uuid(),
  review_id: z.uuid(),
  listing_id: z.uuid(),
  about: z.enum(['review', 'answer']),
  suspicions: z.array(z.string()),
  reporter_id: z.uuid().nullable(),
  reason: z.enum(reviewReasons).nullable(),
  words: z.string().nullable(),
  state: z.enum(caseStates),
  desk_id: z.uuid().nullable(),
  above_desk_id: z.uuid().nullable(),
  made_at: z.date(),
  due_at: z.date().nullable(),
  escalated_at: z.date().nullable(),
});
export type ReviewCase = z.infer<typeof caseRow>;
const columns = Object.keys(caseRow.shape)
  .map((name) => `c.${name}`)
  .join(', ');

const lineRow = caseRow.extend({
  title: z.string(),
  seller_id: z.uuid(),
  seller_name: z.string(),
  made_key: z.string(),
  review: z.object({
    stars: z.number().nullable(),
    title: z.string().nullable(),
    words: z.string().nullable(),
    answer: z.string().nullable(),
  }),
});
/** A case on a desk, with the words it is about and the goods they are about. */
export type ReviewCaseLine = z.infer<typeof lineRow>;
export const reviewCaseKey = z.tuple([z.string(), z.uuid()]);

/** On the caller's desk: hers, or one below that was silent too long. @rule S-42 */
const onDesk = `(c.desk_id = $1 or (c.above_desk_id = $1 and c.escalated_at is not null))`;

/** Words before the desk. Written under the lock of their review. */
@Injectable()
export class ReviewCases {
  constructor(
    private readonly desks: ReviewDesksQuery,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * Words wait for the office of the district of the goods. Held ones that wait already go on waiting, and the office hears
   * nothing new; nor does it when words go back and forth within a day.
   */
  async open(
    tx: Tx,
    review: Review,
    about: CaseAbout,
    why: { suspicions: readonly Suspicion[] } | { reporterId: string; reason: ReviewReason; words: string },
  ): Promise<string> {
    const place = await this.placeOf(tx, review.listing_id);
    const desk = await this.desks.of(tx, 'district', place);
    const report = 'suspicions' in why ? { reporterId: null, reason: null, words: null } : why;
    const opened = await seeingAll(tx, () =>
      tx.maybe(
        z.object({ id: z.uuid(), is_news: z.boolean() }),
        `insert into catalogue.review_case as c (id, review_id, listing_id, about, suspicions, reporter_id, reason, words, state,
                                                desk_id, above_desk_id, made_at, due_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9, $10, $11, $12)
         on conflict (review_id, about, coalesce(reporter_id, '00000000-0000-0000-0000-000000000000')) where state = 'waiting'
         do update set suspicions = excluded.suspicions
         returning c.id, c.id = $1 and not exists (
           select from catalogue.review_case e
            where e.review_id = $2 and e.about = $4 and $6::uuid is null and e.reporter_id is null and e.state = 'void'
              and e.made_at > $11::timestamptz - interval '24 hours') as is_news`,
        [
          ...[newId(), review.id, review.listing_id, about, 'suspicions' in why ? why.suspicions : []],
          ...[report.reporterId, report.reason, report.words, desk.desk_id, desk.above_id],
          ...[tx.now, this.policy.deadline('review.decide_days', tx.now)],
        ],
      ),
    );
    assert(opened, 'a case is opened or goes on');
    const { id: reviewId, listing_id: listingId, seller_id: sellerId } = review;
    if (opened.is_news)
      tx.emit(ReviewCaseMade, { reviewId, listingId, sellerId, caseId: opened.id, deskId: desk.desk_id });
    return opened.id;
  }

  private async placeOf(tx: Tx, listingId: string): Promise<{ districtId: string; stateCode: string }> {
    const place = await tx.maybe(
      z.object({ districtId: z.uuid(), stateCode: z.string() }),
      `select district_id as "districtId", state_code as "stateCode" from catalogue.listing where id = $1`,
      [listingId],
    );
    assert(place, 'goods that were sold stay in the catalogue');
    return place;
  }

  /** What the desk would decide about is gone: its words were taken back. */
  async void(tx: Tx, reviewId: string): Promise<void> {
    await seeingAll(tx, () =>
      tx.run(
        `update catalogue.review_case set state = 'void', decided_at = $2, due_at = null
          where review_id = $1 and state = 'waiting'`,
        [reviewId, tx.now],
      ),
    );
  }

  /** Words that were suspicious are written otherwise. What somebody reported waits on: it is for the desk to answer. */
  async voidUnreported(tx: Tx, reviewId: string, about: CaseAbout): Promise<void> {
    await seeingAll(tx, () =>
      tx.run(
        `update catalogue.review_case set state = 'void', decided_at = $3, due_at = null
          where review_id = $1 and about = $2 and reporter_id is null and state = 'waiting'`,
        [reviewId, about, tx.now],
      ),
    );
  }

  /** Whether somebody reported the words and has no answer yet. */
  async isReported(tx: Tx, reviewId: string, about: CaseAbout): Promise<boolean> {
    const all = await seeingAll(tx, () => this.waiting(tx, reviewId, about));
    return all.some((one) => one.reporter_id !== null);
  }

  /** All that wait about the same words, held in id order. */
  waiting(tx: Tx, reviewId: string, about: CaseAbout): Promise<ReviewCase[]> {
    return tx.many(
      caseRow,
      `select ${columns} from catalogue.review_case c
        where c.review_id = $1 and c.about = $2 and c.state = 'waiting' order by c.id for update`,
      [reviewId, about],
    );
  }

  /** The review a case is about, to be locked before it. @throws review_case_unknown (404) */
  async reviewOf(tx: Tx, id: string): Promise<string> {
    const found = await tx.maybe(
      z.object({ review_id: z.uuid() }),
      `select review_id from catalogue.review_case where id = $1`,
      [id],
    );
    if (!found) throw fail('review_case_unknown');
    return found.review_id;
  }

  /** One on the caller's desk. @throws review_case_unknown (404) @rule S-42 */
  async findOnDesk(tx: Tx, id: string): Promise<ReviewCase> {
    const sql = `select ${columns} from catalogue.review_case c where ${onDesk} and c.id = $2`;
    const found = await tx.maybe(caseRow, sql, [tx.actor.organisationId, id]);
    if (!found) throw fail('review_case_unknown');
    return found;
  }

  async lock(tx: Tx, id: string): Promise<ReviewCase> {
    const sql = `select ${columns} from catalogue.review_case c where c.id = $1 for update`;
    const found = await tx.maybe(caseRow, sql, [id]);
    if (!found) throw fail('review_case_unknown');
    return found;
  }

  async decide(tx: Tx, id: string, state: 'upheld' | 'dismissed', answer: string): Promise<void> {
    await tx.run(
      `update catalogue.review_case set state = $2, decided_at = $3, decided_by = $4, answer = $5, due_at = null where id = $1`,
      [id, state, tx.now, tx.actor.personId, answer],
    );
  }

  async escalate(tx: Tx, id: string): Promise<void> {
    await tx.run(`update catalogue.review_case set escalated_at = $2, due_at = null where id = $1`, [id, tx.now]);
  }

  /** Cases nobody decided in time, the longest first, for the sweep. */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select id from catalogue.review_case where due_at <= $1 order by due_at limit $2`,
      [tx.now, limit],
    );
    return rows.map((row) => row.id);
  }

  /** What a person reported so far; her reports wait for each other here, so that many at once are counted too. */
  async ofReporter(tx: Tx, personId: string, reviewId: string, about: CaseAbout): Promise<EarlierReviewReports> {
    await tx.run(`select pg_advisory_xact_lock(hashtextextended('catalogue.review_case ' || $1, 0))`, [personId]);
    const row = await tx.maybe(
      z.object({ same: z.number(), waiting: z.number(), today: z.number() }),
      `select count(*) filter (where state = 'waiting' and review_id = $2 and about = $3)::integer as same,
              count(*) filter (where state = 'waiting')::integer as waiting,
              count(*) filter (where made_at > $4::timestamptz - interval '24 hours')::integer as today
         from catalogue.review_case where reporter_id = $1`,
      [personId, reviewId, about, tx.now],
    );
    return row!;
  }

  /** Words that wait on the caller's desk, the longest waiting first. @rule S-42 */
  async onDesk(tx: Tx, request: PageRequest<z.infer<typeof reviewCaseKey>>): Promise<ReviewCaseLine[]> {
    const part = keyset(request, ['c.made_at', 'c.id'], 'asc', 2);
    const office = tx.actor.organisationId;
    // The desk is checked by the condition itself; the words lie behind the wall of who wrote them.
    return seeingAll(tx, () =>
      tx.many(
        lineRow,
        `select ${columns}, l.title, r.seller_id, s.name as seller_name, c.made_at::text as made_key,
                jsonb_build_object('stars', r.stars, 'title', r.title, 'words', r.words, 'answer', r.answer) as review
           from catalogue.review_case c join catalogue.review r on r.id = c.review_id
           join catalogue.listing l on l.id = c.listing_id join sellers.v_seller s on s.seller_id = r.seller_id
          where ${onDesk} and c.state = 'waiting' ${part.where} order by ${part.orderBy} limit ${part.limit}`,
        [office, ...part.values],
      ),
    );
  }

  /** A person is forgotten: what she said against reviews goes, what was decided stays. @rule S-66 */
  async forgetReporter(tx: Tx, personId: string): Promise<void> {
    await tx.run(`update catalogue.review_case set words = null where reporter_id = $1`, [personId]);
  }
}

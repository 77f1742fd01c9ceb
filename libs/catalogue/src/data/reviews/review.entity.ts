import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { caseStates, reviewStates, type CaseAbout, type ReviewState } from '../../domain/reviews/review.states.js';
import { reviewReasons, type ReviewReason } from '../../domain/reviews/review.rules.js';
import { ListingEntity } from '../listing.entity.js';

const oneOf = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** A line of an order somebody received, and what she says of it: one for each line, so its id is the line's. @rule */
@Entity({ schema: 'catalogue', name: 'review' })
@Index('review_by_buyer', ['buyer_id', 'invited_at', 'id'])
@Index('review_by_maker', { synchronize: false })
@Index('review_due', { synchronize: false })
@Check('review_state', `state in (${oneOf(reviewStates.names)})`)
@Check('review_stars', 'stars between 1 and 5')
@Check('review_answer_state', `answer_state in ('published', 'held', 'refused')`)
@Check('review_has_stars', `(state in ('published', 'held', 'refused')) = (stars is not null)`)
@Check('review_answer_stands', '(answer is null) = (answer_state is null)')
export class ReviewEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => ListingEntity, { name: 'review_of_listing' })
  @Column('uuid')
  listing_id!: string;
  @Column('uuid') seller_id!: string;
  @Column('uuid') buyer_id!: string;
  @Column('text') state!: ReviewState;
  /** What the goods were called when she bought them. */
  @Column('text') bought_title!: string;
  /** The State they were sent to. */
  @Column('text') buyer_state!: string;
  @Column('timestamptz') invited_at!: Date;
  /** Until then she writes and rewrites. */
  @Column('timestamptz') closes_at!: Date;
  @Column('timestamptz', { nullable: true }) due_at!: Date | null;
  @Column('smallint', { nullable: true }) stars!: number | null;
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text', { nullable: true }) words!: string | null;
  @Column('text', { nullable: true }) language!: string | null;
  /** First name and initial, where she wants it shown. */
  @Column('text', { nullable: true }) shown_name!: string | null;
  @Column('timestamptz', { nullable: true }) written_at!: Date | null;
  @Column('timestamptz', { nullable: true }) edited_at!: Date | null;
  /** Why it was refused last. Stays when it is written anew: from then on an officer reads it before everybody else. */
  @Column('text', { nullable: true }) refused_for!: string | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('text', { nullable: true }) answer_state!: 'published' | 'held' | 'refused' | null;
  @Column('timestamptz', { nullable: true }) answered_at!: Date | null;
  @Column('uuid', { nullable: true }) answered_by!: string | null;
  @Column('text', { nullable: true }) answer_refused_for!: string | null;
  /** When it was published first, and its maker told. */
  @Column('timestamptz', { nullable: true }) told_at!: Date | null;
  /** When the answer was published first, and the buyer told. */
  @Column('timestamptz', { nullable: true }) answer_told_at!: Date | null;
}

/** What everybody reads: a copy without the person, there only while it is published. @rule */
@Entity({ schema: 'catalogue', name: 'review_shown' })
@Index('review_shown_newest', ['listing_id', 'written_at', 'review_id'])
@Index('review_shown_by_stars', ['listing_id', 'stars', 'written_at', 'review_id'])
export class ReviewShownEntity {
  @ForeignKey(() => ReviewEntity, { name: 'review_shown_of_review' })
  @PrimaryColumn('uuid')
  review_id!: string;
  @ForeignKey(() => ListingEntity, { name: 'review_shown_of_listing' })
  @Column('uuid')
  listing_id!: string;
  @Column('smallint') stars!: number;
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text', { nullable: true }) words!: string | null;
  @Column('text') language!: string;
  @Column('text', { nullable: true }) by_name!: string | null;
  @Column('text') by_state!: string;
  @Column('timestamptz') written_at!: Date;
  @Column('timestamptz', { nullable: true }) edited_at!: Date | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('timestamptz', { nullable: true }) answered_at!: Date | null;
}

/** Words the desk looks at: held before anybody read them, or reported. */
@Entity({ schema: 'catalogue', name: 'review_case' })
@Index('review_case_waits_once', { synchronize: false })
@Index('review_case_on_desk', { synchronize: false })
@Index('review_case_due', { synchronize: false })
@Index('review_case_by_reporter', ['reporter_id', 'made_at'])
@Check('review_case_about', `about in ('review', 'answer')`)
@Check('review_case_reason', `reason in (${oneOf(reviewReasons)})`)
@Check('review_case_state', `state in (${oneOf(caseStates)})`)
@Check('review_case_is_reported', '(reporter_id is null) = (reason is null)')
@Check('review_case_is_decided', `(state = 'waiting') = (decided_at is null)`)
export class ReviewCaseEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => ReviewEntity, { name: 'review_case_of_review' })
  @Column('uuid')
  review_id!: string;
  @ForeignKey(() => ListingEntity, { name: 'review_case_of_listing' })
  @Column('uuid')
  listing_id!: string;
  @Column('text') about!: CaseAbout;
  @Column('text', { array: true }) suspicions!: string[];
  @Column('uuid', { nullable: true }) reporter_id!: string | null;
  @Column('text', { nullable: true }) reason!: ReviewReason | null;
  @Column('text', { nullable: true }) words!: string | null;
  @Column('text') state!: (typeof caseStates)[number];
  @Column('uuid', { nullable: true }) desk_id!: string | null;
  @Column('uuid', { nullable: true }) above_desk_id!: string | null;
  @Column('timestamptz') made_at!: Date;
  @Column('timestamptz', { nullable: true }) due_at!: Date | null;
  @Column('timestamptz', { nullable: true }) escalated_at!: Date | null;
  @Column('timestamptz', { nullable: true }) decided_at!: Date | null;
  @Column('uuid', { nullable: true }) decided_by!: string | null;
  /** Why, in the officer's words. */
  @Column('text', { nullable: true }) answer!: string | null;
}

const count = ['stars_1', 'stars_2', 'stars_3', 'stars_4', 'stars_5'] as const;
/** Stars of goods or of a maker, counted when a review is shown or hidden; `v_rating` adds them up. */
@Entity({ schema: 'catalogue', name: 'rating' })
@Check('rating_counts', count.map((column) => `${column} >= 0`).join(' and '))
export class RatingEntity {
  /** A listing, or a seller. */
  @PrimaryColumn('uuid') subject_id!: string;
  @Column('integer') stars_1!: number;
  @Column('integer') stars_2!: number;
  @Column('integer') stars_3!: number;
  @Column('integer') stars_4!: number;
  @Column('integer') stars_5!: number;
}

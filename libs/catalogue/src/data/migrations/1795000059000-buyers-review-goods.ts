import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What buyers say of goods they received, what everybody reads of it, what the desk looks at, and the count of stars. */
export class BuyersReviewGoods1795000059000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.reviews(db);
    await this.shown(db);
    await this.cases(db);
    await this.ratings(db);
  }

  private async reviews(db: QueryRunner): Promise<void> {
    await db.query(`
      create table catalogue.review (
        id             uuid primary key,
        listing_id     uuid not null constraint review_of_listing references catalogue.listing,
        seller_id      uuid not null,
        buyer_id       uuid not null,
        state          text not null constraint review_state check
                       (state in ('invited', 'published', 'held', 'refused', 'withdrawn', 'lapsed')),
        bought_title   text not null,
        buyer_state    text not null,
        invited_at     timestamptz not null,
        closes_at      timestamptz not null,
        due_at         timestamptz,
        stars          smallint constraint review_stars check (stars between 1 and 5),
        title          text,
        words          text,
        language       text,
        shown_name     text,
        written_at     timestamptz,
        edited_at      timestamptz,
        refused_for    text,
        answer         text,
        answer_state   text constraint review_answer_state check (answer_state in ('published', 'held', 'refused')),
        answered_at    timestamptz,
        answered_by    uuid,
        answer_refused_for text,
        constraint review_has_stars check ((state in ('published', 'held', 'refused')) = (stars is not null)),
        constraint review_answer_stands check ((answer is null) = (answer_state is null))
      )`);
    await db.query(`create index review_by_buyer on catalogue.review (buyer_id, invited_at, id)`);
    await db.query(`create index review_by_maker on catalogue.review (seller_id, written_at, id)
                     where state = 'published'`);
    await db.query(`create index review_due on catalogue.review (due_at) where due_at is not null`);
    await db.query(`grant select, insert, update on catalogue.review to odop_app`);
    await this.wall(db, 'review', 'buyer_id, seller_id');
  }

  /** Without a person: what is taken back or refused is deleted here, so that nothing has to be hidden by a condition. */
  private async shown(db: QueryRunner): Promise<void> {
    await db.query(`
      create table catalogue.review_shown (
        review_id    uuid primary key constraint review_shown_of_review references catalogue.review,
        listing_id   uuid not null constraint review_shown_of_listing references catalogue.listing,
        stars        smallint not null,
        title        text,
        words        text,
        language     text not null,
        by_name      text,
        by_state     text not null,
        written_at   timestamptz not null,
        edited_at    timestamptz,
        answer       text,
        answered_at  timestamptz
      )`);
    await db.query(`create index review_shown_newest on catalogue.review_shown (listing_id, written_at, review_id)`);
    await db.query(
      `create index review_shown_by_stars on catalogue.review_shown (listing_id, stars, written_at, review_id)`,
    );
    await db.query(`grant select, insert, update, delete on catalogue.review_shown to odop_app`);
  }

  private async cases(db: QueryRunner): Promise<void> {
    await db.query(`
      create table catalogue.review_case (
        id             uuid primary key,
        review_id      uuid not null constraint review_case_of_review references catalogue.review,
        listing_id     uuid not null constraint review_case_of_listing references catalogue.listing,
        about          text not null constraint review_case_about check (about in ('review', 'answer')),
        suspicions     text[] not null,
        reporter_id    uuid,
        reason         text constraint review_case_reason check
                       (reason in ('offensive', 'advertising', 'personal_data', 'not_about_goods', 'untrue', 'other')),
        words          text,
        state          text not null constraint review_case_state check
                       (state in ('waiting', 'upheld', 'dismissed', 'void')),
        desk_id        uuid,
        above_desk_id  uuid,
        made_at        timestamptz not null,
        due_at         timestamptz,
        escalated_at   timestamptz,
        decided_at     timestamptz,
        decided_by     uuid,
        answer         text,
        constraint review_case_is_reported check ((reporter_id is null) = (reason is null)),
        constraint review_case_is_decided check ((state = 'waiting') = (decided_at is null))
      )`);
    await db.query(
      `create unique index review_case_waits_once on catalogue.review_case
         (review_id, about, coalesce(reporter_id, '00000000-0000-0000-0000-000000000000')) where state = 'waiting'`,
    );
    await db.query(`create index review_case_on_desk on catalogue.review_case (made_at, id) where state = 'waiting'`);
    await db.query(`create index review_case_due on catalogue.review_case (due_at) where due_at is not null`);
    await db.query(`create index review_case_by_reporter on catalogue.review_case (reporter_id, made_at)`);
    await db.query(`grant select, insert, update on catalogue.review_case to odop_app`);
    await this.wall(db, 'review_case', 'reporter_id, desk_id, above_desk_id');
  }

  /** Stars of goods, and of makers over all their goods: changed in the transaction that shows or hides a review. */
  private async ratings(db: QueryRunner): Promise<void> {
    const stars = [1, 2, 3, 4, 5].map((n) => `stars_${n}`);
    const reviews = stars.join(' + ');
    const sum = stars.map((column, i) => `${i + 1} * ${column}`).join(' + ');
    await db.query(`
      create table catalogue.rating (
        subject_id     uuid primary key,
        ${stars.map((column) => `${column} integer not null`).join(', ')},
        constraint rating_counts check (${stars.map((column) => `${column} >= 0`).join(' and ')})
      )`);
    await db.query(`grant select, insert, update on catalogue.rating to odop_app`);
    await db.query(`
      create view catalogue.v_rating as
      select subject_id, reviews, stars_sum, case when reviews = 0 then 0 else round(10.0 * stars_sum / reviews)::smallint end as rating_tenths,
             ${stars.join(', ')}
        from (select *, ${reviews} as reviews, ${sum} as stars_sum from catalogue.rating) r`);
    await db.query(`grant select on catalogue.v_rating to odop_app`);
    // What the stars count in a search and in the order by rating: near the middle while few have spoken (R-9.3).
    await db.query(`alter table catalogue.shelf
      add column rating_bp smallint not null default 5000 constraint shelf_rating_share check (rating_bp between 0 and 10000)`);
    for (const [name, first] of [
      ['', ''],
      ['_of_state', 'state_code, '],
      ['_of_district', 'district_slug, '],
    ]) {
      await db.query(`drop index catalogue.shelf_rating${name}`);
      await db.query(`create index shelf_rating${name} on catalogue.shelf (${first}rating_bp, listing_id)`);
    }
  }

  private async wall(db: QueryRunner, table: string, parties: string): Promise<void> {
    await db.query(`alter table catalogue.${table} enable row level security`);
    await db.query(`alter table catalogue.${table} force row level security`);
    await db.query(
      `create policy parties on catalogue.${table}
         using (platform.may_see(${parties})) with check (platform.may_see(${parties}))`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    for (const [name, first] of [
      ['', ''],
      ['_of_state', 'state_code, '],
      ['_of_district', 'district_slug, '],
    ]) {
      await db.query(`drop index catalogue.shelf_rating${name}`);
      await db.query(`create index shelf_rating${name} on catalogue.shelf (${first}rating_tenths, listing_id)`);
    }
    await db.query(`alter table catalogue.shelf drop column rating_bp`);
    await db.query(`drop view catalogue.v_rating`);
    await db.query(`drop table catalogue.rating, catalogue.review_case, catalogue.review_shown, catalogue.review`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desk asks the maker a complaint concerns; she answers with words and files, by her clock. */
export class MakersAreAsked1795000114000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table grievances.maker_question (
        id               uuid primary key,
        complaint_id     uuid not null constraint maker_question_of_complaint references grievances.complaint (id),
        person_id        uuid not null,
        seller_id        uuid not null,
        ticket           text not null,
        order_id         uuid not null,
        order_number     text not null,
        question_sealed  bytea,
        answer_sealed    bytea,
        asked_at         timestamptz not null,
        answer_by        timestamptz not null,
        answered_at      timestamptz,
        ended_at         timestamptz,
        constraint maker_question_ends_once check (answered_at is null or ended_at is null),
        constraint maker_question_answered check (answer_sealed is null or answered_at is not null)
      )`);
    await db.query(`create index maker_question_by_seller on grievances.maker_question (seller_id, id)`);
    await db.query(`create index maker_question_by_complaint on grievances.maker_question (complaint_id, id)`);
    await db.query(`
      create unique index maker_question_one_open on grievances.maker_question (complaint_id)
        where answered_at is null and ended_at is null`);
    await db.query(`
      create index maker_question_due on grievances.maker_question (answer_by)
        where answered_at is null and ended_at is null`);
    await db.query(`
      create table grievances.answer_file (
        id            uuid primary key,
        question_id   uuid not null constraint answer_file_of_question references grievances.maker_question (id),
        person_id     uuid not null,
        seller_id     uuid not null,
        content_type  text not null constraint answer_file_type check (content_type in ('application/pdf', 'image/jpeg')),
        size_bytes    integer not null,
        sha256        text not null constraint answer_file_hash check (sha256 ~ '^[0-9a-f]{64}$'),
        storage_key   text not null,
        state         text not null constraint answer_file_state check
                      (state in ('waiting', 'clean', 'infected', 'removed', 'expired')),
        given_at      timestamptz not null,
        scanned_at    timestamptz,
        ended_at      timestamptz,
        destroyed_at  timestamptz,
        constraint answer_file_ends_once check ((ended_at is null) = (state in ('waiting', 'clean'))),
        constraint answer_file_destroyed_after_its_end check (destroyed_at is null or ended_at is not null)
      )`);
    await db.query(`create index answer_file_by_question on grievances.answer_file (question_id, given_at)`);
    await db.query(`create index answer_file_kept on grievances.answer_file (given_at) where ended_at is null`);
    for (const table of ['maker_question', 'answer_file']) {
      await db.query(`alter table grievances.${table} enable row level security, force row level security`);
      await db.query(
        `create policy parties_only on grievances.${table} using (platform.may_see(person_id, seller_id))`,
      );
      await db.query(`grant select, insert on grievances.${table} to odop_app`);
    }
    await db.query(`grant update (answer_sealed, answered_at, ended_at) on grievances.maker_question to odop_app`);
    await db.query(`grant update (state, scanned_at, ended_at, destroyed_at) on grievances.answer_file to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table grievances.answer_file`);
    await db.query(`drop table grievances.maker_question`);
  }
}

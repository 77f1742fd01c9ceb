import type { MigrationInterface, QueryRunner } from 'typeorm';

/** docs/decisions/0010: a row per handler and piece of work, there until it is done; nothing to purge, nothing to lose. */
export class InboxHoldsWhatIsUndone1795000003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`drop table platform.inbox`);
    await db.query(`
      create table platform.inbox (
        id           uuid primary key,
        handler      text not null,
        key          text not null,
        event_id     uuid not null,
        name         text not null,
        payload      jsonb not null,
        request_id   text not null,
        at           timestamptz not null,
        received_at  timestamptz not null default clock_timestamp(),
        hand_at      timestamptz not null,
        failures     integer not null default 0,
        reason       text,
        dead_at      timestamptz,
        constraint inbox_once unique (handler, key),
        constraint inbox_dead_has_reason check (dead_at is null or reason is not null)
      ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)`);
    await db.query(`create index inbox_to_hand on platform.inbox (hand_at) where dead_at is null`);
    await db.query(`create index inbox_dead on platform.inbox (id) where dead_at is not null`);
    await db.query(`grant select, insert, update, delete on platform.inbox to odop_app`);
    await db.query(
      `alter table platform.outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)`,
    );
    await db.query(`
      create table platform.schedule (
        name     text primary key,
        slot_at  timestamptz not null,
        ran_at   timestamptz
      )`);
    await db.query(`grant select, insert, update on platform.schedule to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table platform.schedule`);
    await db.query(`drop table platform.inbox`);
    await db.query(`
      create table platform.inbox (
        handler   text not null,
        event_id  uuid not null,
        done_at   timestamptz not null default clock_timestamp(),
        primary key (handler, event_id)
      )`);
    await db.query(`grant select, insert, delete on platform.inbox to odop_app`);
  }
}

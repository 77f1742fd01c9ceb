import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asks for it hears of quieter topics once a day or a week, together. */
export class QuietNewsIsGathered1795000109200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table notifications.gathering (
        person_id  uuid not null,
        topic      text not null,
        every      text not null constraint gathering_every check (every in ('day', 'week')),
        chosen_at  timestamptz not null,
        primary key (person_id, topic)
      )`);
    await db.query(`
      create table notifications.gathered (
        id         uuid not null primary key,
        person_id  uuid not null,
        event_id   uuid not null,
        event      text not null,
        audience   text not null,
        params     jsonb not null,
        made_at    timestamptz not null,
        due_at     timestamptz not null,
        told_at    timestamptz,
        constraint gathered_once unique (person_id, event_id, audience)
      )`);
    await db.query(`create index gathered_due on notifications.gathered (due_at) where told_at is null`);
    await db.query(`create index gathered_by_age on notifications.gathered (made_at)`);
    for (const table of ['gathering', 'gathered']) {
      await db.query(`alter table notifications.${table} enable row level security, force row level security`);
      await db.query(`create policy reader_only on notifications.${table} using (platform.may_see(person_id))`);
      await db.query(`grant select, insert, update, delete on notifications.${table} to odop_app`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table notifications.gathered`);
    await db.query(`drop table notifications.gathering`);
  }
}

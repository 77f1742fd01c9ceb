import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Operations1795000001200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table platform.operation (
        id               uuid primary key,
        kind             text not null,
        person_id        uuid not null,
        organisation_id  uuid,
        state            text not null constraint operation_state check (state in ('running', 'done', 'failed')),
        progress         smallint not null default 0 constraint operation_progress check (progress between 0 and 100),
        errors           jsonb not null default '[]',
        result           jsonb,
        started_at       timestamptz not null,
        ended_at         timestamptz,
        constraint operation_ends_once check ((state = 'running') = (ended_at is null))
      )`);
    await db.query(`create index operation_by_end on platform.operation (ended_at) where ended_at is not null`);
    await db.query(`alter table platform.operation enable row level security`);
    await db.query(`alter table platform.operation force row level security`);
    await db.query(`
      create policy operation_of_its_starter on platform.operation
        using (platform.may_see(person_id, organisation_id))
        with check (platform.may_see(person_id, organisation_id))`);
    await db.query(`grant select, insert, update, delete on platform.operation to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table platform.operation`);
  }
}

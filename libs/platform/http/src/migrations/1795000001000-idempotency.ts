import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Idempotency1795000001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table platform.idempotency (
        scope        text not null,
        operation    text not null,
        key          text not null,
        fingerprint  bytea not null,
        state        text not null constraint idempotency_state check (state in ('running', 'done')),
        lease_until  timestamptz,
        holder       uuid,
        status       smallint,
        answer       bytea,
        keep_until   timestamptz not null,
        primary key (scope, operation, key),
        constraint idempotency_running_has_lease check (state = 'done' or (lease_until is not null and holder is not null)),
        constraint idempotency_done_has_answer check (state = 'running' or (status is not null and answer is not null))
      )`);
    await db.query(`create index idempotency_by_end on platform.idempotency (keep_until)`);
    await db.query(`grant select, insert, update, delete on platform.idempotency to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table platform.idempotency`);
  }
}

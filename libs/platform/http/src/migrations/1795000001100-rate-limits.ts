import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Unlogged: after a crash of the database everybody starts with a whole quota. */
export class RateLimits1795000001100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create unlogged table platform.rate_limit (
        key     varchar(255) primary key,
        points  integer not null default 0,
        expire  bigint
      )`);
    await db.query(`create index rate_limit_by_end on platform.rate_limit (expire)`);
    await db.query(`grant select, insert, update, delete on platform.rate_limit to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table platform.rate_limit`);
  }
}

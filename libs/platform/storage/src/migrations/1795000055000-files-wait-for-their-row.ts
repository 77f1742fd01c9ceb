import type { MigrationInterface, QueryRunner } from 'typeorm';

/** No file without a row: either the row that speaks of it, or one here. @rule S-58 S-66 */
export class FilesWaitForTheirRow1795000055000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table platform.unclaimed_file (
        storage_key  text primary key,
        until        timestamptz not null,
        is_going     boolean not null default false
      )`);
    await db.query(`create index unclaimed_file_by_age on platform.unclaimed_file (until)`);
    await db.query(`grant select, insert, update, delete on platform.unclaimed_file to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table platform.unclaimed_file`);
  }
}

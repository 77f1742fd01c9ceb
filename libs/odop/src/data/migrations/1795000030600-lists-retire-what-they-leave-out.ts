import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A list may retire what it does not name any more, when that is asked. */
export class ListsRetireWhatTheyLeaveOut1795000030600 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table odop.list_import
        add column retires_absent boolean not null default false,
        add column retired        integer not null default 0`);
    await db.query(`drop index odop.list_import_running_once`);
    await db.query(`
      create unique index list_import_running_once
        on odop.list_import (sha256, list, source, effective_from, is_dry_run, retires_absent) where state = 'running'`);
    await db.query(`
      create table odop.list_import_named (
        import_id      uuid not null constraint list_import_named_by_import references odop.list_import,
        district_slug  text not null,
        slug           text not null,
        primary key (import_id, district_slug, slug)
      )`);
    await db.query(`grant select, insert, delete on odop.list_import_named to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table odop.list_import_named`);
    await db.query(`drop index odop.list_import_running_once`);
    await db.query(`
      create unique index list_import_running_once on odop.list_import (sha256, list, source, effective_from, is_dry_run)
        where state = 'running'`);
    await db.query(`alter table odop.list_import drop column retired, drop column retires_absent`);
  }
}

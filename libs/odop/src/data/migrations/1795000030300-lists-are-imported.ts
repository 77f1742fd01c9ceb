import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A published list on its way into the register: how far it has come, and which rows could not be read. */
export class ListsAreImported1795000030300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table odop.list_import (
        id              uuid primary key,
        operation_id    uuid,
        list            text not null constraint list_import_list
                        check (list in ('dpiit_odop', 'pmfme_odop', 'state_odop', 'deh')),
        source          text not null,
        effective_from  date not null,
        decision_no     text,
        is_dry_run      boolean not null,
        sha256          text not null,
        content         bytea,
        state           text not null
                        constraint list_import_is_known check (state in ('running', 'done', 'failed')),
        next_row        integer not null constraint list_import_next_row check (next_row >= 1),
        added           integer not null,
        changed         integer not null,
        unchanged       integer not null,
        faulty          integer not null,
        actor           text not null,
        started_at      timestamptz not null,
        ended_at        timestamptz
      )`);
    await db.query(`
      create unique index list_import_running_once on odop.list_import (sha256, list, source, effective_from, is_dry_run)
        where state = 'running'`);
    await db.query(`
      create table odop.list_import_fault (
        import_id  uuid not null constraint list_import_fault_of_import references odop.list_import,
        row        integer not null,
        code       text not null,
        detail     text not null,
        primary key (import_id, row, code)
      )`);
    await db.query(`grant select, insert, update on odop.list_import to odop_app`);
    await db.query(`grant select, insert on odop.list_import_fault to odop_app`);
    await db.query(`
      alter table odop.district
        add column merged_into_id uuid constraint district_merged_into references odop.district,
        add constraint district_merged_has_ended check (merged_into_id is null or valid_to is not null)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table odop.district drop column merged_into_id`);
    await db.query(`drop table odop.list_import_fault, odop.list_import`);
  }
}

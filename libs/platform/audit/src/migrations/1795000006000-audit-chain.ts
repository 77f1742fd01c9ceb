import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit trail stays as it was written (S-69): nobody changes a row, and every row becomes a link of its day's digest
 * chain. Rows wait in `audit_unsealed` from their own transaction on, so that one that commits late is sealed late, never
 * forgotten.
 */
export class AuditChain1795000006000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table platform.audit_unsealed (
        audit_id  uuid primary key
      ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)`);
    await db.query(`
      create function platform.audit_waits_for_its_seal() returns trigger language plpgsql as $$
        begin insert into platform.audit_unsealed select id from added; return null; end $$`);
    await db.query(`
      create trigger audit_waits_for_its_seal after insert on platform.audit referencing new table as added
        for each statement execute function platform.audit_waits_for_its_seal()`);
    await db.query(`insert into platform.audit_unsealed select id from platform.audit`);
    await db.query(`create index audit_by_time on platform.audit using brin (at)`);
    await db.query(`create index audit_by_person on platform.audit (person_id, id) where person_id is not null`);
    await this.chain(db);
    await this.stay(db);
    await db.query(`grant select, insert, delete on platform.audit_unsealed to odop_app`);
    await db.query(`grant select, insert on platform.audit_seal, platform.audit_day to odop_app`);
  }

  private async chain(db: QueryRunner): Promise<void> {
    await db.query(`
      create table platform.audit_seal (
        day        date not null,
        sequence   bigint not null,
        audit_id   uuid not null,
        digest     bytea not null,
        sealed_at  timestamptz not null default clock_timestamp(),
        primary key (day, sequence),
        constraint audit_seal_once unique (audit_id),
        constraint audit_seal_is_sha256 check (octet_length(digest) = 32)
      )`);
    await db.query(`
      create table platform.audit_day (
        day        date primary key,
        links      bigint not null,
        head       bytea not null,
        mac        bytea not null,
        closed_at  timestamptz not null default clock_timestamp(),
        constraint audit_day_has_links check (links > 0)
      )`);
  }

  private async stay(db: QueryRunner): Promise<void> {
    await db.query(`
      create function platform.audit_stays() returns trigger language plpgsql as $$
        begin raise exception '% rows are never changed or removed', tg_table_name; end $$`);
    for (const table of ['audit', 'audit_seal', 'audit_day']) {
      await db.query(`
        create trigger ${table}_stays before update or delete or truncate on platform.${table}
          for each statement execute function platform.audit_stays()`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table platform.audit_day, platform.audit_seal`);
    await db.query(`drop trigger audit_stays on platform.audit`);
    await db.query(`drop trigger audit_waits_for_its_seal on platform.audit`);
    await db.query(`drop function platform.audit_stays(), platform.audit_waits_for_its_seal()`);
    await db.query(`drop index platform.audit_by_time, platform.audit_by_person`);
    await db.query(`drop table platform.audit_unsealed`);
  }
}

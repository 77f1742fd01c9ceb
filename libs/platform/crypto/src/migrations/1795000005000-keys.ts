import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Keys1795000005000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table platform.subject_key (
        subject_id      uuid primary key,
        wrapped         bytea,
        master_version  integer not null,
        made_at         timestamptz not null,
        destroyed_at    timestamptz,
        constraint subject_key_is_there_or_destroyed check ((wrapped is null) = (destroyed_at is not null))
      )`);
    await db.query(`
      create index subject_key_by_master_version on platform.subject_key (master_version, subject_id)
       where wrapped is not null`);
    await db.query(`grant select, insert, update, delete on platform.subject_key to odop_app`);
    await db.query(`
      create table platform.service_key (
        id              uuid primary key,
        purpose         text not null,
        kind            text not null constraint service_key_kind check (kind in ('hmac', 'es256')),
        wrapped         bytea,
        master_version  integer not null,
        public_key      bytea,
        made_at         timestamptz not null,
        replaced_at     timestamptz,
        accept_until    timestamptz,
        constraint service_key_es256_shows_its_public_half check ((kind = 'es256') = (public_key is not null))
      )`);
    await db.query(
      `create unique index service_key_one_current on platform.service_key (purpose) where replaced_at is null`,
    );
    await db.query(`grant select, insert, update on platform.service_key to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table platform.service_key, platform.subject_key`);
  }
}

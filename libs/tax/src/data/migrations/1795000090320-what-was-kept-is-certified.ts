import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certificates of what was kept of a maker's sales for the government. Their figures are written once; the file follows. */
export class WhatWasKeptIsCertified1795000090320 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table tax.certificate (
        id              uuid primary key,
        kind            text not null constraint certificate_kind check (kind in ('collected', 'withheld')),
        number          text not null,
        financial_year  text not null,
        period          text not null constraint certificate_period check (period in ('Q1', 'Q2', 'Q3', 'Q4', 'year')),
        seller_id       uuid not null,
        section         text,
        total_paise     bigint not null,
        months          jsonb not null,
        issued_at       timestamptz not null,
        storage_key     text,
        file_sha256     bytea,
        constraint certificate_number unique (number),
        constraint certificate_once unique (kind, seller_id, financial_year, period),
        constraint certificate_file check ((storage_key is null) = (file_sha256 is null))
      )`);
    await db.query(`create index certificate_by_seller on tax.certificate (seller_id, id)`);
    await db.query(`alter table tax.certificate enable row level security, force row level security`);
    await db.query(`create policy parties_only on tax.certificate using (platform.may_see(seller_id))`);
    await db.query(`grant select, insert, update (storage_key, file_sha256) on tax.certificate to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table tax.certificate`);
  }
}

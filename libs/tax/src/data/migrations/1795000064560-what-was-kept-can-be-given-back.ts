import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of a sale that comes back after it was credited, what was kept for the government is given back: of the month's
 * collection, never more than it was; income tax that cannot be given back now lowers what the year's next sales bear.
 */
export class WhatWasKeptCanBeGivenBack1795000064560 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table tax.taken_back (
        id                uuid primary key,
        cause_kind        text not null,
        cause_id          uuid not null,
        seller_id         uuid not null,
        financial_year    text not null,
        gross_paise       bigint not null,
        cgst_paise        bigint not null,
        sgst_paise        bigint not null,
        igst_paise        bigint not null,
        income_tax_paise  bigint not null,
        carried_paise     bigint not null,
        made_at           timestamptz not null,
        constraint taken_back_amounts
          check (least(gross_paise, cgst_paise, sgst_paise, igst_paise, income_tax_paise, carried_paise) >= 0)
      )`);
    await db.query(`create index taken_back_by_cause on tax.taken_back (cause_kind, cause_id)`);
    await db.query(`create index taken_back_by_seller on tax.taken_back (seller_id, made_at)`);
    await db.query(`alter table tax.taken_back enable row level security, force row level security`);
    await db.query(`create policy parties_only on tax.taken_back using (platform.may_see(seller_id))`);
    await db.query(`grant select, insert on tax.taken_back to odop_app`);
    await db.query(`
      alter table tax.seller_year
        add column carried_paise bigint not null default 0 constraint seller_year_carried check (carried_paise >= 0)`);
    await db.query(`create index withholding_by_day on tax.withholding (seller_id, made_at)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index tax.withholding_by_day`);
    await db.query(`alter table tax.seller_year drop column carried_paise`);
    await db.query(`drop table tax.taken_back`);
  }
}

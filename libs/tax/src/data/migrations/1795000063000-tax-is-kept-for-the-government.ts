import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TaxIsKeptForTheGovernment1795000063000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create schema tax`);
    await db.query(`grant usage on schema tax to odop_app`);
    await db.query(`
      create table tax.withholding (
        id                  uuid primary key,
        cause_kind          text not null,
        cause_id            uuid not null,
        seller_id           uuid not null,
        financial_year      text not null,
        supply              text not null,
        payee               text not null,
        gross_paise         bigint not null,
        taxable_paise       bigint not null,
        collected_bp        integer not null,
        cgst_paise          bigint not null,
        sgst_paise          bigint not null,
        igst_paise          bigint not null,
        income_tax_paise    bigint not null,
        income_tax_section  text not null,
        made_at             timestamptz not null,
        constraint withholding_once unique (cause_kind, cause_id),
        constraint withholding_amounts check (taxable_paise <= gross_paise and income_tax_paise >= 0)
      )`);
    await db.query(`create index withholding_by_seller on tax.withholding (seller_id, financial_year, id)`);
    await db.query(`
      create table tax.seller_year (
        seller_id         uuid not null,
        financial_year    text not null,
        gross_paise       bigint not null,
        income_tax_paise  bigint not null,
        primary key (seller_id, financial_year)
      )`);
    for (const table of ['withholding', 'seller_year']) {
      await db.query(`alter table tax.${table} enable row level security, force row level security`);
      await db.query(`create policy parties_only on tax.${table} using (platform.may_see(seller_id))`);
    }
    await db.query(`grant select, insert on tax.withholding to odop_app`);
    await db.query(`grant select, insert, update on tax.seller_year to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop schema tax cascade`);
  }
}

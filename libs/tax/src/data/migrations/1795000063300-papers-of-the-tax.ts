import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Invoices, bills of supply and credit notes, numbered without gaps per issuer, kind and financial year. The service only
 * adds to them: what was issued is corrected by another document, never changed.
 */
export class PapersOfTheTax1795000063300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table tax.document_series (
        issuer          text not null,
        kind            text not null,
        financial_year  text not null,
        last            integer not null constraint document_series_last check (last between 1 and 999999),
        primary key (issuer, kind, financial_year)
      )`);
    await this.documents(db);
    await this.lines(db);
    for (const table of ['document', 'document_line']) {
      await db.query(`alter table tax.${table} enable row level security, force row level security`);
      await db.query(`create policy parties_only on tax.${table} using (platform.may_see(seller_id, recipient_id))`);
    }
    await db.query(`grant select, insert on tax.document, tax.document_line to odop_app`);
    await db.query(`grant select, insert, update on tax.document_series to odop_app`);
  }

  private async documents(db: QueryRunner): Promise<void> {
    await db.query(`
      create table tax.document (
        id                uuid primary key,
        kind              text not null constraint document_kind
                          check (kind in ('tax_invoice', 'bill_of_supply', 'credit_note')),
        number            text not null constraint document_number_form check (number ~ '^[A-Z1-9][A-Z0-9/-]{0,15}$'),
        issuer            text not null,
        financial_year    text not null,
        seller_id         uuid not null,
        recipient_id      uuid not null,
        cause_kind        text not null,
        cause_id          uuid not null,
        change_id         uuid,
        corrects_id       uuid constraint document_corrects_another references tax.document (id),
        counted_changes   uuid[] not null,
        issued_at         timestamptz not null,
        supply            text not null constraint document_supply check (supply in ('intra', 'inter')),
        from_state        text not null,
        to_state          text not null,
        seller_gst        text constraint document_seller_gst
                          check (seller_gst in ('registered', 'composition', 'enrolled_unregistered', 'exempt')),
        gstin             text,
        taxable_paise     bigint not null,
        cgst_paise        bigint not null,
        sgst_paise        bigint not null,
        igst_paise        bigint not null,
        total_paise       bigint not null,
        platform_paise    bigint not null,
        supplier_sealed   bytea,
        recipient_sealed  bytea,
        content_sha256    bytea not null,
        constraint document_number unique (issuer, financial_year, number),
        constraint document_total check (total_paise = taxable_paise + cgst_paise + sgst_paise + igst_paise),
        constraint document_halves check (cgst_paise = 0 and sgst_paise = 0 or igst_paise = 0),
        constraint document_corrects check (
          (kind = 'credit_note') = (corrects_id is not null) and (kind = 'credit_note') = (change_id is not null)),
        constraint document_untaxed check (kind <> 'bill_of_supply' or cgst_paise + sgst_paise + igst_paise = 0)
      )`);
    await db.query(
      `create unique index document_once_per_cause on tax.document (cause_kind, cause_id) where change_id is null`,
    );
    await db.query(
      `create unique index document_once_per_change on tax.document (change_id) where change_id is not null`,
    );
    await db.query(`create index document_by_cause on tax.document (cause_kind, cause_id)`);
    await db.query(`create index document_by_seller on tax.document (seller_id, issued_at)`);
  }

  private async lines(db: QueryRunner): Promise<void> {
    await db.query(`
      create table tax.document_line (
        document_id     uuid not null constraint document_line_of_document references tax.document (id),
        n               integer not null,
        seller_id       uuid not null,
        recipient_id    uuid not null,
        line_id         uuid not null,
        title           text not null,
        hsn             text not null,
        uqc             text not null,
        quantity        integer not null constraint document_line_quantity check (quantity > 0),
        rate_bp         integer not null,
        gross_paise     bigint not null,
        discount_paise  bigint not null,
        freight_paise   bigint not null,
        taxable_paise   bigint not null,
        cgst_paise      bigint not null,
        sgst_paise      bigint not null,
        igst_paise      bigint not null,
        platform_paise  bigint not null,
        primary key (document_id, n),
        constraint document_line_parts check (
          least(rate_bp, gross_paise, discount_paise, freight_paise, cgst_paise, sgst_paise, igst_paise,
                platform_paise) >= 0),
        constraint document_line_tax check (
          taxable_paise + cgst_paise + sgst_paise + igst_paise = gross_paise - discount_paise + freight_paise)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table tax.document_line`);
    await db.query(`drop table tax.document`);
    await db.query(`drop table tax.document_series`);
  }
}

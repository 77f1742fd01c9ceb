import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a line is made of is frozen when it is ordered: its tax, its share of discounts and of carriage, what is paid for it. */
export class LinesKnowTheirTaxAndShares1795000070200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table orders.order_line
        add column hsn                      text,
        add column rate_bp                  integer not null default 0,
        add column taxable_paise            bigint,
        add column cgst_paise               bigint not null default 0,
        add column sgst_paise               bigint not null default 0,
        add column igst_paise               bigint not null default 0,
        add column maker_discount_paise     bigint not null default 0,
        add column platform_discount_paise  bigint not null default 0,
        add column freight_paise            bigint not null default 0,
        add column paid_paise               bigint,
        add column gone_quantity            integer not null default 0`);
    await db.query(`update orders.order_line set taxable_paise = line_paise, paid_paise = line_paise`);
    await db.query(`
      alter table orders.order_line
        alter column taxable_paise set not null,
        alter column paid_paise set not null,
        add constraint order_line_parts check (
          least(rate_bp, taxable_paise, cgst_paise, sgst_paise, igst_paise, maker_discount_paise, platform_discount_paise,
                freight_paise, paid_paise) >= 0),
        add constraint order_line_tax check (
          taxable_paise + cgst_paise + sgst_paise + igst_paise = line_paise - maker_discount_paise + freight_paise),
        add constraint order_line_paid check (
          paid_paise = line_paise - maker_discount_paise + freight_paise - platform_discount_paise),
        add constraint order_line_gone check (gone_quantity between 0 and quantity)`);
    await db.query(`
      alter table orders."order"
        add column refunded_paise  bigint not null default 0,
        add column returns_until   timestamptz,
        add column promised_by     timestamptz,
        add constraint order_refunded check (refunded_paise between 0 and total_paise)`);
    await db.query(`grant update (gone_quantity) on orders.order_line to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table orders."order" drop column refunded_paise, drop column returns_until, drop column promised_by`);
    await db.query(`
      alter table orders.order_line
        drop column hsn, drop column rate_bp, drop column taxable_paise, drop column cgst_paise, drop column sgst_paise,
        drop column igst_paise, drop column maker_discount_paise, drop column platform_discount_paise,
        drop column freight_paise, drop column paid_paise, drop column gone_quantity`);
  }
}

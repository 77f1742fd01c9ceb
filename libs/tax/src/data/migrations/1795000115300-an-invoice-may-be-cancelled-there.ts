import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A maker may cancel a registered invoice at the portal within a day: the row knows it, and when the portal was asked. */
export class AnInvoiceMayBeCancelledThere1795000115300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table tax.e_invoice add column cancelled_at timestamptz, add column checked_at timestamptz,
        add constraint e_invoice_cancelled check (cancelled_at is null or state = 'registered') not valid`);
    await db.query(`alter table tax.e_invoice validate constraint e_invoice_cancelled`);
    await db.query(`
      create index e_invoice_to_check on tax.e_invoice (state_since) where state = 'registered' and checked_at is null`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index tax.e_invoice_to_check`);
    await db.query(`alter table tax.e_invoice drop column checked_at, drop column cancelled_at`);
  }
}

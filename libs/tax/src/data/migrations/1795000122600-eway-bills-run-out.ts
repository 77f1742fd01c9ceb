import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From when its goods leave an e-way bill runs; who sent them is warned before it ends while they are still under way. */
export class EWayBillsRunOut1795000122600 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table tax.eway_bill
        add column expires_at timestamptz,
        add column ended_at timestamptz,
        add column warned_at timestamptz`);
    await db.query(`
      create index eway_bill_runs on tax.eway_bill (expires_at)
       where expires_at is not null and ended_at is null and warned_at is null`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table tax.eway_bill drop column expires_at, drop column ended_at, drop column warned_at`);
  }
}

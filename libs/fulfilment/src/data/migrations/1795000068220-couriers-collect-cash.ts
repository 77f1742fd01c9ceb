import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the courier collects at the door for a parcel; nothing for one that was paid before. */
export class CouriersCollectCash1795000068220 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table fulfilment.shipment add column cash_paise bigint not null default 0,
        add constraint shipment_cash check (cash_paise >= 0) not valid`);
    await db.query(`alter table fulfilment.shipment validate constraint shipment_cash`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table fulfilment.shipment drop column cash_paise`);
  }
}

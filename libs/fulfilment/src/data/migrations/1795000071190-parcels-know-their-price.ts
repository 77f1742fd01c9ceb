import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the courier asks for a parcel, said when it was booked: the books owe it when the parcel leaves, and again when it comes back. */
export class ParcelsKnowTheirPrice1795000071190 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table fulfilment.shipment add column carriage_paise bigint
        constraint shipment_carriage check (carriage_paise >= 0)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table fulfilment.shipment drop column carriage_paise`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pieces that are called off before the parcel leaves are taken out of it. */
export class ParcelsBecomeLighter1795000068190 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`grant update (quantity), delete on fulfilment.shipment_line to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`revoke update (quantity), delete on fulfilment.shipment_line from odop_app`);
  }
}

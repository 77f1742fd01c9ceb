import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The maker's State and her standing before the tax on the day of the order: what is kept of the sale follows them, whatever
 * they are when it is credited. Orders older than this know neither.
 */
export class OrdersKnowTheirMakersStanding1795000071010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table orders."order"
        add column seller_state text,
        add column seller_gst text
          constraint order_seller_gst check (seller_gst in ('registered', 'composition', 'enrolled_unregistered', 'exempt'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table orders."order" drop column seller_state, drop column seller_gst`);
  }
}

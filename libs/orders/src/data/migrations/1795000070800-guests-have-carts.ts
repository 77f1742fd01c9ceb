import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shoppers without an account have carts, which come to an end, and order. */
export class GuestsHaveCarts1795000070800 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table orders.cart add column ends_at timestamptz`);
    await db.query(`create index cart_by_end on orders.cart (ends_at) where ends_at is not null`);
    await db.query(`alter table orders.checkout add column is_guest boolean not null default false`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table orders.checkout drop column is_guest`);
    await db.query(`alter table orders.cart drop column ends_at`);
  }
}

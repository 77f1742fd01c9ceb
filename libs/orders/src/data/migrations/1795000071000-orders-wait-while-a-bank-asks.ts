import type { MigrationInterface, QueryRunner } from 'typeorm';

/** While the shopper's bank asks about her payment, orders that have not left their makers wait. */
export class OrdersWaitWhileABankAsks1795000071000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `alter table orders."order" add column held_why text constraint order_held check (held_why in ('dispute'))`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table orders."order" drop column held_why`);
  }
}

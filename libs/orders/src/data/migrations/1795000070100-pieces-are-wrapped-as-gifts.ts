import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PiecesAreWrappedAsGifts1795000070100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const [table, column] of [
      ['cart_line', 'seen_wrap_paise'],
      ['order_line', 'wrap_paise'],
    ]) {
      await db.query(
        `alter table orders.${table} add column ${column} bigint constraint ${table}_wrap check (${column} >= 0)`,
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table orders.cart_line drop column seen_wrap_paise`);
    await db.query(`alter table orders.order_line drop column wrap_paise`);
  }
}

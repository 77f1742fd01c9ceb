import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A line says whether its pieces are made after they were ordered. */
export class LinesAreMadeToOrder1795000070920 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table orders.order_line add column to_make boolean not null default false`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table orders.order_line drop column to_make`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reads all orders and returns for what was said of new ones only, while they are written to. */
export class ReturnsAreAsTheyShouldBe1795000090455 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table orders."order" validate constraint order_state`);
    await db.query(`alter table orders.return_request validate constraint return_request_status`);
  }

  async down(): Promise<void> {
    // a checked row stays one
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who owes a certificate or a payment is reminded by the clock; what waits already is looked at at once. */
export class OfficesAreReminded1795000120000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table procurement.acceptance add column remind_at timestamptz`);
    await db.query(
      `update procurement.acceptance a set remind_at = platform.now() from procurement.contract c
        where c.id = a.contract_id and (a.state = 'received' or c.state = 'settled')`,
    );
    await db.query(`create index acceptance_remind on procurement.acceptance (remind_at) where remind_at is not null`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table procurement.acceptance drop column remind_at`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A settlement has its row from its first line on, or from when it was found to have failed: so no look takes lines with one that another knows has failed. */
export class AFailedSettlementBringsNothing1795000090090 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table payments.settlement alter column taken_at drop not null`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`delete from payments.settlement where taken_at is null`);
    await db.query(`alter table payments.settlement alter column taken_at set not null`);
  }
}

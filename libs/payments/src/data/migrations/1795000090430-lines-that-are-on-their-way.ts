import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each look asks whether a settled payment has a line whose money has not come: few have, among all there ever were. */
export class LinesThatAreOnTheirWay1795000090430 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create index line_unsettled on payments.provider_line (payment_id) where settled_at is null`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index payments.line_unsettled`);
  }
}

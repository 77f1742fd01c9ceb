import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom the payer's rail left without an answer past the tries of a job: found by the clock and asked about again. */
export class ThePayerIsAskedAgain1795000083000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const [table, state] of [
      ['demand', 'funds_pending'],
      ['bill', 'sent'],
    ] as const) {
      await db.query(`alter table procurement.${table} add column check_at timestamptz`);
      await db.query(`update procurement.${table} set check_at = platform.now() where state = '${state}'`);
      await db.query(`create index ${table}_check on procurement.${table} (check_at) where check_at is not null`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['demand', 'bill']) await db.query(`alter table procurement.${table} drop column check_at`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A request's trace goes on in the jobs it asked for; null when nothing is traced. */
export class WorkCarriesItsTrace1795000003100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['outbox', 'inbox']) {
      await db.query(`alter table platform.${table} add column trace_parent text`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['outbox', 'inbox']) {
      await db.query(`alter table platform.${table} drop column trace_parent`);
    }
  }
}

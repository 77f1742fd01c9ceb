import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An invoice of what was paid before names the transaction, its means and its time; older papers and notes do not. */
export class PapersNameTheTransaction1795000115200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table tax.document
        add column transaction_id text, add column paid_by text, add column paid_at timestamptz,
        add constraint document_transaction check (
          num_nulls(transaction_id, paid_by, paid_at) in (0, 3)
          and (transaction_id is null or paid_when = 'before')) not valid`);
    await db.query(`alter table tax.document validate constraint document_transaction`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table tax.document drop column paid_at, drop column paid_by, drop column transaction_id`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A paper of what was paid before names the transaction, its means and its time. */
export class APaymentSaysWhereItIsFound1795000115100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table payments.payment
        add column transaction_id text, add column paid_by text, add column paid_at timestamptz,
        add constraint payment_proof check (num_nulls(transaction_id, paid_by, paid_at) in (0, 3)) not valid`);
    await db.query(`alter table payments.payment validate constraint payment_proof`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table payments.payment drop column paid_at, drop column paid_by, drop column transaction_id`);
  }
}

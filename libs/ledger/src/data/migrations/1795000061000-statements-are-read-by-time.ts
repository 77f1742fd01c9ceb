import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A statement reads an account between two instants: the account's index knows the time. */
export class StatementsAreReadByTime1795000061000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const side of ['debit', 'credit']) {
      await db.query(`drop index ledger.transfer_by_${side}`);
      await db.query(`create index transfer_by_${side} on ledger.transfer (${side}_code, ${side}_owner, posted_at)`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const side of ['debit', 'credit']) {
      await db.query(`drop index ledger.transfer_by_${side}`);
      await db.query(`create index transfer_by_${side} on ledger.transfer (${side}_code, ${side}_owner)`);
    }
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A State asks for the end of an entry before the programme desk withdraws it. */
export class WithdrawalsAreAsked1795000030500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table odop.entry
        add column withdrawal_asked_at timestamptz,
        add constraint entry_withdrawal_asked_of_live check (withdrawal_asked_at is null or state in ('live', 'suspended'))`);
    await db.query(`
      create index entry_withdrawal_asked on odop.entry (withdrawal_asked_at, id) where withdrawal_asked_at is not null`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index odop.entry_withdrawal_asked`);
    await db.query(`alter table odop.entry drop column withdrawal_asked_at`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One row is one movement between two accounts, so an unbalanced entry cannot be written at all.
 * The service may add rows and read them; nobody changes or removes one (S-1).
 */
export class MoneyMovesAsTransfers1795000055000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create schema ledger`);
    await db.query(`
      create table ledger.transfer (
        id            uuid primary key,
        debit_code    text not null,
        debit_owner   uuid not null,
        credit_code   text not null,
        credit_owner  uuid not null,
        amount_paise  bigint not null,
        why           text not null,
        cause         text not null,
        posted_at     timestamptz not null,
        constraint transfer_moves_money check (amount_paise > 0),
        constraint transfer_between_two_accounts check ((debit_code, debit_owner) <> (credit_code, credit_owner))
      )`);
    await db.query(`create index transfer_by_debit on ledger.transfer (debit_code, debit_owner)`);
    await db.query(`create index transfer_by_credit on ledger.transfer (credit_code, credit_owner)`);
    await db.query(`create index transfer_by_cause on ledger.transfer (cause)`);
    await db.query(`
      create view ledger.v_entry as
        select id as transfer_id, debit_code as code, debit_owner as owner, amount_paise, why, cause, posted_at from ledger.transfer
        union all
        select id, credit_code, credit_owner, -amount_paise, why, cause, posted_at from ledger.transfer`);
    await db.query(`
      create function ledger.transfers_stay() returns trigger language plpgsql as $$
        begin raise exception 'ledger.transfer rows are never changed: post a correcting transfer'; end $$`);
    await db.query(`
      create trigger transfers_stay before update or delete or truncate on ledger.transfer
        for each statement execute function ledger.transfers_stay()`);
    await db.query(`grant usage on schema ledger to odop_app`);
    await db.query(`grant select, insert on ledger.transfer to odop_app`);
    await db.query(`grant select on ledger.v_entry to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop schema ledger cascade`);
  }
}

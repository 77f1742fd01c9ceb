import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Money set aside for a movement that may still not happen. A hold ends once: its movement is posted, in whole or in part, or
 * it is let go, or its time is over (S-2). What ended never changes again.
 */
export class MoneyCanBeHeld1795000061100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table ledger.hold (
        id            uuid primary key,
        debit_code    text not null,
        debit_owner   uuid not null,
        credit_code   text not null,
        credit_owner  uuid not null,
        amount_paise  bigint not null constraint hold_amount check (amount_paise > 0),
        posted_paise  bigint not null default 0,
        why           text not null,
        cause         text not null,
        status        text not null constraint hold_status check (status in ('pending', 'posted', 'voided', 'expired')),
        made_at       timestamptz not null,
        expires_at    timestamptz,
        resolved_at   timestamptz,
        constraint hold_between_two_accounts check ((debit_code, debit_owner) <> (credit_code, credit_owner)),
        constraint hold_posts_at_most_its_amount check (posted_paise between 0 and amount_paise),
        constraint hold_posts_when_posted check ((posted_paise > 0) = (status = 'posted')),
        constraint hold_resolved check ((resolved_at is null) = (status = 'pending'))
      )`);
    await db.query(`create index hold_of_debit on ledger.hold (debit_code, debit_owner) where status = 'pending'`);
    await db.query(`create index hold_of_credit on ledger.hold (credit_code, credit_owner) where status = 'pending'`);
    await db.query(`create index hold_to_expire on ledger.hold (expires_at) where status = 'pending'`);
    await db.query(`
      create function ledger.holds_end_once() returns trigger language plpgsql as $$
        begin
          if old.status <> 'pending' or (new.id, new.debit_code, new.debit_owner, new.credit_code, new.credit_owner,
                                         new.amount_paise, new.why, new.cause, new.made_at)
             is distinct from (old.id, old.debit_code, old.debit_owner, old.credit_code, old.credit_owner,
                               old.amount_paise, old.why, old.cause, old.made_at) then
            raise exception 'hold % has ended or is another now', old.id using errcode = 'check_violation';
          end if;
          return new;
        end $$`);
    await db.query(`
      create trigger holds_end_once before update on ledger.hold for each row execute function ledger.holds_end_once()`);
    await db.query(`grant select, insert, update (status, posted_paise, resolved_at) on ledger.hold to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table ledger.hold`);
    await db.query(`drop function ledger.holds_end_once()`);
  }
}

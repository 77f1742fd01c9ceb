import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Payouts may go to the bank as a file, or to accounts at the payment provider. Accounts are kept sealed under a name;
 * a payout stands in one file, which another officer lets go; every answer of the bank is taken once.
 */
export class PayoutsGoByFile1795000064600 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.beneficiary(db);
    await this.file(db);
    await this.advice(db);
    await this.response(db);
  }

  private async beneficiary(db: QueryRunner): Promise<void> {
    await db.query(`
      create table payments.beneficiary (
        id              uuid primary key,
        provider        text not null,
        owner_id        uuid not null,
        account_hash    bytea not null,
        account_sealed  bytea not null,
        provider_ref    text,
        made_at         timestamptz not null,
        constraint beneficiary_once unique (provider, account_hash)
      )`);
    await db.query(`create index beneficiary_by_owner on payments.beneficiary (owner_id)`);
    await this.onlyFor(db, 'beneficiary', 'owner_id');
    await db.query(`grant select, insert, update (provider_ref) on payments.beneficiary to odop_app`);
  }

  private async file(db: QueryRunner): Promise<void> {
    await db.query(`
      create table payments.payout_file (
        id           uuid primary key,
        n            integer not null constraint payout_file_number unique,
        rows         integer not null constraint payout_file_rows check (rows > 0),
        total_paise  bigint not null constraint payout_file_total check (total_paise > 0),
        storage_key  text,
        digest       text,
        made_at      timestamptz not null,
        made_by      uuid,
        released_at  timestamptz,
        released_by  uuid,
        constraint payout_file_written check ((storage_key is null) = (digest is null)),
        constraint payout_file_released check (released_at is null or storage_key is not null),
        constraint payout_file_second_person check (released_by <> made_by)
      )`);
    await db.query(`create index payout_file_unwritten on payments.payout_file (n) where storage_key is null`);
    await db.query(`grant select, insert, update on payments.payout_file to odop_app`);
  }

  private async advice(db: QueryRunner): Promise<void> {
    await db.query(`
      create table payments.bank_advice (
        key             uuid primary key,
        beneficiary_id  uuid not null constraint advice_to references payments.beneficiary,
        owner_id        uuid not null,
        amount_paise    bigint not null constraint advice_amount check (amount_paise > 0),
        rail            text not null constraint advice_rail check (rail in ('neft', 'upi')),
        narration       text not null,
        status          text not null constraint advice_status
                        check (status in ('waiting', 'filed', 'paid', 'failed', 'returned', 'called_back')),
        file_id         uuid constraint advice_in references payments.payout_file,
        row_no          integer,
        utr             text,
        failure         text,
        made_at         timestamptz not null,
        changed_at      timestamptz not null,
        constraint advice_row_once unique (file_id, row_no),
        constraint advice_filed check ((file_id is null) = (row_no is null)),
        constraint advice_answered check (
          case when status in ('waiting', 'called_back') then file_id is null
               when status = 'failed' then true else file_id is not null end),
        constraint advice_paid check (status not in ('paid', 'returned') or utr is not null)
      )`);
    await db.query(`create index advice_waiting on payments.bank_advice (made_at, key) where status = 'waiting'`);
    await db.query(`create index advice_by_change on payments.bank_advice (changed_at, key)`);
    await db.query(`create index advice_by_beneficiary on payments.bank_advice (beneficiary_id)`);
    await this.onlyFor(db, 'bank_advice', 'owner_id');
    await db.query(`grant select, insert, update on payments.bank_advice to odop_app`);
  }

  private async response(db: QueryRunner): Promise<void> {
    await db.query(`
      create table payments.bank_response (
        digest    text primary key,
        file_id   uuid not null constraint response_to references payments.payout_file,
        counts    jsonb not null,
        taken_at  timestamptz not null,
        taken_by  uuid
      )`);
    await db.query(`create index response_by_file on payments.bank_response (file_id)`);
    await db.query(`grant select, insert on payments.bank_response to odop_app`);
  }

  private async onlyFor(db: QueryRunner, table: string, party: string): Promise<void> {
    await db.query(`alter table payments.${table} enable row level security, force row level security`);
    await db.query(`create policy party_only on payments.${table} using (platform.may_see(${party}))`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['bank_response', 'bank_advice', 'payout_file', 'beneficiary']) {
      await db.query(`drop table payments.${table}`);
    }
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A shopper may pay at the door: for each order it is written what its courier has to collect, what fell away before, what
 * was collected, and what of it the courier has brought to our bank. Money of hers that comes back goes to an account she named.
 */
export class CashAtTheDoor1795000064610 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table payments.payment
        add column method text not null default 'online',
        add constraint payment_method check (method in ('online', 'cash_on_delivery')) not valid,
        drop constraint payment_state,
        add constraint payment_state check (state in ('intent_created', 'due_on_delivery', 'processing', 'authorised', 'captured',
          'disputed', 'releasable', 'failed', 'voided', 'charged_back', 'settled')) not valid`);
    await db.query(`alter table payments.payment validate constraint payment_method`);
    await db.query(`alter table payments.payment validate constraint payment_state`);
    await db.query(`alter table payments.difference drop constraint difference_about`);
    await db.query(`
      alter table payments.difference add constraint difference_about
        check (about in ('payment', 'refund', 'fee', 'payout', 'notice', 'cash')) not valid`);
    await db.query(`alter table payments.difference validate constraint difference_about`);
    await this.due(db);
    await this.remittance(db);
  }

  private async due(db: QueryRunner): Promise<void> {
    await db.query(`
      create table payments.cash_due (
        id               uuid primary key,
        payment_id       uuid not null constraint cash_of_payment references payments.payment,
        payer_id         uuid not null,
        cause_kind       text not null,
        cause_id         uuid not null,
        amount_paise     bigint not null,
        waived_paise     bigint not null default 0,
        collected_paise  bigint not null default 0,
        remitted_paise   bigint not null default 0,
        status           text not null,
        made_at          timestamptz not null,
        collected_at     timestamptz,
        remitted_at      timestamptz,
        constraint cash_once_per_cause unique (cause_kind, cause_id),
        constraint cash_amount check (amount_paise > 0),
        constraint cash_parts check (least(waived_paise, collected_paise, remitted_paise) >= 0),
        constraint cash_parts_fit check (waived_paise + collected_paise <= amount_paise),
        constraint cash_remitted check (remitted_paise <= collected_paise),
        constraint cash_status check (status in ('due', 'collected', 'remitted', 'waived'))
      )`);
    await db.query(`create index cash_by_payment on payments.cash_due (payment_id)`);
    await db.query(`create index cash_not_remitted on payments.cash_due (collected_at, id) where status = 'collected'`);
    await db.query(`
      create table payments.cash_waiver (
        id            uuid primary key,
        cash_id       uuid not null constraint waiver_of_cash references payments.cash_due,
        payer_id      uuid not null,
        amount_paise  bigint not null constraint waiver_amount check (amount_paise > 0),
        made_at       timestamptz not null
      )`);
    await db.query(`create index waiver_by_cash on payments.cash_waiver (cash_id)`);
    await db.query(`
      create table payments.refund_account (
        payment_id      uuid primary key constraint account_of_payment references payments.payment,
        payer_id        uuid not null,
        account_sealed  bytea not null,
        named_at        timestamptz not null
      )`);
    for (const table of ['cash_due', 'cash_waiver', 'refund_account']) {
      await db.query(`alter table payments.${table} enable row level security, force row level security`);
      await db.query(`create policy party_only on payments.${table} using (platform.may_see(payer_id))`);
    }
    await db.query(`grant select, insert, update on payments.cash_due, payments.refund_account to odop_app`);
    await db.query(`grant select, insert on payments.cash_waiver to odop_app`);
  }

  private async remittance(db: QueryRunner): Promise<void> {
    await db.query(`
      create table payments.remittance (
        courier        text not null,
        provider_id    text not null,
        cash_id        uuid constraint remittance_of_cash references payments.cash_due,
        parcel         text not null,
        amount_paise   bigint not null constraint remittance_amount check (amount_paise > 0),
        matched_paise  bigint not null default 0,
        utr            text not null,
        sent_at        timestamptz not null,
        taken_at       timestamptz not null,
        primary key (courier, provider_id),
        constraint remittance_matched check (matched_paise between 0 and amount_paise),
        constraint remittance_known check (matched_paise = 0 or cash_id is not null)
      )`);
    await db.query(`create index remittance_by_cash on payments.remittance (cash_id)`);
    await db.query(`create index remittance_by_time on payments.remittance (courier, sent_at)`);
    await db.query(`
      create index remittance_unmatched on payments.remittance (taken_at) where matched_paise < amount_paise`);
    await db.query(`grant select, insert, update (matched_paise) on payments.remittance to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['remittance', 'refund_account', 'cash_waiver', 'cash_due']) {
      await db.query(`drop table payments.${table}`);
    }
    await db.query(`alter table payments.difference drop constraint difference_about`);
    await db.query(`
      alter table payments.difference add constraint difference_about
        check (about in ('payment', 'refund', 'fee', 'payout', 'notice')) not valid`);
    await db.query(`
      alter table payments.payment drop column method, drop constraint payment_state,
        add constraint payment_state check (state in ('intent_created', 'processing', 'authorised', 'captured', 'disputed',
          'releasable', 'failed', 'voided', 'charged_back', 'settled')) not valid`);
  }
}

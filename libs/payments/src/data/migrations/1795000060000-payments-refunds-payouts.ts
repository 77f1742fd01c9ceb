import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PaymentsRefundsPayouts1795000060000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create schema payments`);
    await db.query(`grant usage on schema payments to odop_app`);
    await this.payment(db);
    await this.notice(db);
    await this.refund(db);
    await this.payout(db);
  }

  private async payment(db: QueryRunner): Promise<void> {
    await db.query(`
      create table payments.payment (
        id              uuid primary key,
        cause_kind      text not null,
        cause_id        uuid not null,
        payer_id        uuid not null,
        amount_paise    bigint not null,
        refunded_paise  bigint not null default 0,
        description     text not null,
        state           text not null,
        provider        text,
        provider_id     text,
        made_at         timestamptz not null,
        asked_at        timestamptz,
        settled_at      timestamptz,
        constraint payment_once_per_cause unique (cause_kind, cause_id),
        constraint payment_by_provider_id unique (provider, provider_id),
        constraint payment_amount check (amount_paise > 0),
        constraint payment_refunds_fit check (refunded_paise between 0 and amount_paise),
        constraint payment_state check (state in ('intent_created', 'processing', 'authorised', 'captured', 'disputed',
                                                  'releasable', 'failed', 'voided', 'charged_back', 'settled'))
      )`);
    await this.onlyFor(db, 'payment', 'payer_id');
    await db.query(`grant select, insert, update on payments.payment to odop_app`);
  }

  /** Every notice the provider sent and we believed, once; kept as evidence. */
  private async notice(db: QueryRunner): Promise<void> {
    await db.query(`
      create table payments.gateway_notice (
        provider             text not null,
        event_id             text not null,
        type                 text not null,
        about                text not null,
        object_id            text not null,
        provider_payment_id  text,
        received_at          timestamptz not null,
        primary key (provider, event_id)
      )`);
    await db.query(`create index gateway_notice_by_object on payments.gateway_notice (provider_payment_id)`);
    await db.query(`grant select, insert on payments.gateway_notice to odop_app`);
  }

  private async refund(db: QueryRunner): Promise<void> {
    await db.query(`
      create table payments.refund (
        id            uuid primary key,
        payment_id    uuid not null references payments.payment (id),
        payer_id      uuid not null,
        amount_paise  bigint not null constraint refund_amount check (amount_paise > 0),
        reason        text not null,
        state         text not null constraint refund_state check (state in ('requested', 'initiated', 'manual', 'succeeded')),
        provider_id   text,
        made_at       timestamptz not null,
        settled_at    timestamptz
      )`);
    await db.query(`create index refund_by_payment on payments.refund (payment_id)`);
    await this.onlyFor(db, 'refund', 'payer_id');
    await db.query(`grant select, insert, update on payments.refund to odop_app`);
  }

  private async payout(db: QueryRunner): Promise<void> {
    await db.query(`
      create table payments.payout (
        id            uuid primary key,
        cause_kind    text not null,
        cause_id      uuid not null,
        seller_id     uuid not null,
        amount_paise  bigint not null constraint payout_amount check (amount_paise > 0),
        state         text not null constraint payout_state check (state in ('scheduled', 'sent', 'failed', 'paid')),
        utr           text,
        failure       text,
        check_at      timestamptz,
        checks        integer not null,
        made_at       timestamptz not null,
        settled_at    timestamptz,
        constraint payout_once_per_cause unique (cause_kind, cause_id)
      )`);
    await db.query(`create index payout_by_seller on payments.payout (seller_id, id)`);
    await db.query(`create index payout_to_check on payments.payout (check_at) where check_at is not null`);
    await this.onlyFor(db, 'payout', 'seller_id');
    await db.query(`grant select, insert, update on payments.payout to odop_app`);
  }

  private async onlyFor(db: QueryRunner, table: string, party: string): Promise<void> {
    await db.query(`alter table payments.${table} enable row level security, force row level security`);
    await db.query(`create policy party_only on payments.${table} using (platform.may_see(${party}))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop schema payments cascade`);
  }
}

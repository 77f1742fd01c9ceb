import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A refund knows the sale it is for and by when it was promised. Of a payment that failed although it was debited, each day
 * it comes late is owed to the shopper.
 */
export class LateRefundsCostUs1795000064520 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table payments.refund
        add column sale_kind text,
        add column sale_id uuid,
        add column failed_debit boolean not null default false,
        add column due_at timestamptz,
        add column late_at timestamptz,
        add column watch_at timestamptz`);
    await db.query(`create index refund_by_sale on payments.refund (sale_kind, sale_id)`);
    await db.query(`create index refund_to_watch on payments.refund (watch_at) where watch_at is not null`);
    await db.query(`
      create table payments.compensation (
        refund_id     uuid primary key constraint compensation_of_refund references payments.refund (id),
        payer_id      uuid not null,
        daily_paise   bigint not null,
        days          integer not null,
        amount_paise  bigint not null,
        counted_to    timestamptz not null,
        state         text not null constraint compensation_state check (state in ('growing', 'owed', 'paid')),
        reference     text,
        paid_by       uuid,
        paid_at       timestamptz,
        made_at       timestamptz not null,
        constraint compensation_amount check (days > 0 and daily_paise > 0 and amount_paise = days * daily_paise),
        constraint compensation_paid check ((state = 'paid') = (paid_at is not null and reference is not null))
      )`);
    await db.query(`create index compensation_by_state on payments.compensation (state, refund_id)`);
    await db.query(`alter table payments.compensation enable row level security, force row level security`);
    await db.query(`create policy party_only on payments.compensation using (platform.may_see(payer_id))`);
    await db.query(`grant select, insert, update on payments.compensation to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table payments.compensation`);
    await db.query(`drop index payments.refund_to_watch`);
    await db.query(`drop index payments.refund_by_sale`);
    await db.query(`
      alter table payments.refund
        drop column sale_kind, drop column sale_id, drop column failed_debit, drop column due_at, drop column late_at,
        drop column watch_at`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Payouts run by a clock of each maker, may be held by the desk, are tried again and may come back from her bank. An earning
 * knows the checkout it was paid with, so that what the shopper's bank takes back finds its maker.
 */
export class PayoutsRun1795000064100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`select set_config('odop.scope', 'system', true)`); // the rows of everybody
    await db.query(`
      create table payments.payout_clock (
        seller_id    uuid primary key,
        ran_at       timestamptz,
        due_at       timestamptz,
        held_at      timestamptz,
        held_by      uuid,
        held_reason  text,
        constraint payout_clock_held check ((held_at is null) = (held_reason is null) and (held_at is not null or held_by is null))
      )`);
    await db.query(`create index payout_clock_due on payments.payout_clock (due_at) where due_at is not null`);
    await db.query(`create index payout_clock_held_since on payments.payout_clock (held_at) where held_at is not null`);
    await db.query(`alter table payments.payout_clock enable row level security, force row level security`);
    await db.query(`create policy party_only on payments.payout_clock using (platform.may_see(seller_id))`);
    await db.query(`grant select, insert, update on payments.payout_clock to odop_app`);
    await db.query(`
      insert into payments.payout_clock (seller_id, ran_at)
      select seller_id, max(made_at) from payments.payout group by seller_id`);
    await db.query(`
      alter table payments.payout
        add column key          uuid,
        add column tries        integer not null default 0,
        add column returned_at  timestamptz`);
    await db.query(`update payments.payout set key = id`);
    await db.query(`
      alter table payments.payout alter column key set not null, add constraint payout_by_key unique (key)`);
    await db.query(`create index payout_by_state on payments.payout (state, id)`);
    await db.query(`create index refund_by_state on payments.refund (state, id)`);
    await db.query(`alter table payments.earning add column paid_for_id uuid`);
    await db.query(`
      update payments.earning e set paid_for_id = t.owner
        from ledger.v_entry t
       where t.code = 'buyer_escrow' and t.why = 'release_to_seller' and t.cause = e.cause_kind || ':' || e.cause_id`);
    await db.query(`create index earning_by_checkout on payments.earning (paid_for_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table payments.earning drop column paid_for_id`);
    await db.query(`drop index payments.refund_by_state`);
    await db.query(`drop index payments.payout_by_state`);
    await db.query(`alter table payments.payout drop column key, drop column tries, drop column returned_at`);
    await db.query(`drop table payments.payout_clock`);
  }
}

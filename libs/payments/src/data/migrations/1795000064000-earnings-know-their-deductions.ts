import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a maker earned with a cause, and everything kept of it, with the rates of its day; only added to. A payout pays
 * earnings: what was paid before has earnings without deductions, as makers of the programme paid none.
 */
export class EarningsKnowTheirDeductions1795000064000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`select set_config('odop.scope', 'system', true)`); // the rows of everybody
    await db.query(`
      create table payments.earning (
        id                uuid primary key,
        kind              text not null constraint earning_kind check (kind in ('sale', 'claw_back', 'correction')),
        cause_kind        text not null,
        cause_id          uuid not null,
        seller_id         uuid not null,
        paid_paise        bigint not null,
        coupon_paise      bigint not null default 0,
        fee_paise         bigint not null default 0,
        fee_gst_paise     bigint not null default 0,
        tcs_paise         bigint not null default 0,
        income_tax_paise  bigint not null default 0,
        carriage_paise    bigint not null default 0,
        net_paise         bigint not null,
        basis             jsonb not null,
        payout_id         uuid constraint earning_paid_by references payments.payout,
        made_at           timestamptz not null,
        constraint earning_adds_up check (
          net_paise = paid_paise + coupon_paise
                      - fee_paise - fee_gst_paise - tcs_paise - income_tax_paise - carriage_paise),
        constraint earning_sign check (
          kind <> 'sale' or least(paid_paise, coupon_paise, fee_paise, fee_gst_paise, tcs_paise, income_tax_paise,
                                  carriage_paise) >= 0)
      )`);
    await db.query(`
      create unique index earning_once_per_sale on payments.earning (cause_kind, cause_id) where kind = 'sale'`);
    await db.query(`create index earning_by_seller on payments.earning (seller_id, made_at)`);
    await db.query(`create index earning_unpaid on payments.earning (seller_id) where payout_id is null`);
    await db.query(`create index earning_by_payout on payments.earning (payout_id)`);
    await db.query(`
      insert into payments.earning (id, kind, cause_kind, cause_id, seller_id, paid_paise, net_paise, basis, payout_id, made_at)
      select gen_random_uuid(), 'sale', cause_kind, cause_id, seller_id, amount_paise, amount_paise, '{}', id, made_at
        from payments.payout`);
    await db.query(`alter table payments.earning enable row level security, force row level security`);
    await db.query(`create policy party_only on payments.earning using (platform.may_see(seller_id))`);
    await db.query(`grant select, insert, update (payout_id) on payments.earning to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table payments.earning`);
  }
}

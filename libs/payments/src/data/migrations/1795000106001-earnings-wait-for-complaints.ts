import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a maker earns with an order waits while something about it is to be decided. */
export class EarningsWaitForComplaints1795000106001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table payments.earning_hold (
        cause_kind   text not null,
        cause_id     uuid not null,
        held_for     uuid not null,
        seller_id    uuid not null,
        held_at      timestamptz not null,
        released_at  timestamptz,
        primary key (cause_kind, cause_id, held_for)
      )`);
    await db.query(
      `create index earning_hold_of_seller on payments.earning_hold (seller_id) where released_at is null`,
    );
    await db.query(`alter table payments.earning_hold enable row level security, force row level security`);
    await db.query(`create policy maker_only on payments.earning_hold using (platform.may_see(seller_id))`);
    await db.query(`grant select, insert on payments.earning_hold to odop_app`);
    await db.query(`grant update (held_at, released_at) on payments.earning_hold to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table payments.earning_hold`);
  }
}

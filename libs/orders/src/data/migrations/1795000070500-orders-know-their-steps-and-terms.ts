import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was ordered keeps the terms of its kind, a delivered order the day until which it may come back, each order its steps. */
export class OrdersKnowTheirStepsAndTerms1795000070500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table orders.order_line
        add column returns_as text not null default 'goods'
          constraint order_line_returns_as check (returns_as in ('goods', 'food', 'made_to_order'))`);
    await db.query(`alter table orders."order" add column delivered_at timestamptz`);
    await db.query(`
      update orders."order" set delivered_at = changed_at, returns_until = due_at where state = 'delivered'`);
    await db.query(`
      create table orders.order_step (
        order_id   uuid not null constraint order_step_of_order references orders."order" (id),
        n          integer not null,
        buyer_id   uuid not null,
        seller_id  uuid not null,
        event      text not null,
        state      text not null,
        made_by    text not null constraint order_step_made_by check (made_by in ('shopper', 'maker', 'bazaar')),
        reason     text,
        at         timestamptz not null,
        primary key (order_id, n)
      )`);
    await db.query(`alter table orders.order_step enable row level security, force row level security`);
    await db.query(`create policy parties_only on orders.order_step using (platform.may_see(buyer_id, seller_id))`);
    await db.query(`grant select, insert on orders.order_step to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table orders.order_step`);
    await db.query(`alter table orders."order" drop column delivered_at`);
    await db.query(`alter table orders.order_line drop column returns_as`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shoppers ask to send delivered goods back, piece by piece. */
export class GoodsComeBack1795000070700 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table orders.return_request (
        id             uuid primary key,
        order_id       uuid not null constraint return_request_of_order references orders."order" (id),
        buyer_id       uuid not null,
        seller_id      uuid not null,
        reason         text not null constraint return_request_reason
          check (reason in ('changed_mind', 'defect', 'wrong', 'late')),
        note           text,
        status         text not null constraint return_request_status
          check (status in ('open', 'approved', 'received', 'refunded', 'rejected', 'withdrawn')),
        answer         text,
        is_resellable  boolean,
        asked_at       timestamptz not null,
        changed_at     timestamptz
      )`);
    await db.query(`create index return_request_by_order on orders.return_request (order_id, id)`);
    await db.query(`
      create unique index return_request_one_under_way on orders.return_request (order_id)
        where status in ('open', 'approved', 'received')`);
    await db.query(`
      create table orders.return_line (
        request_id  uuid not null constraint return_line_of_request references orders.return_request (id),
        line_id     uuid not null constraint return_line_of_line references orders.order_line (id),
        buyer_id    uuid not null,
        seller_id   uuid not null,
        quantity    integer not null constraint return_line_quantity check (quantity > 0),
        primary key (request_id, line_id)
      )`);
    for (const table of ['return_request', 'return_line']) {
      await db.query(`alter table orders.${table} enable row level security, force row level security`);
      await db.query(`create policy parties_only on orders.${table} using (platform.may_see(buyer_id, seller_id))`);
      await db.query(`grant select, insert on orders.${table} to odop_app`);
    }
    await db.query(`grant update (status, answer, is_resellable, changed_at) on orders.return_request to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table orders.return_line, orders.return_request`);
  }
}

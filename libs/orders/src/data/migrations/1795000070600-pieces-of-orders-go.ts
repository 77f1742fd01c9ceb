import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Pieces of an order are not accepted, cancelled, lost or returned, each with its part of what was paid. At the end of every
 * transaction the pieces and the money of the changes are those the lines and the order say.
 */
export class PiecesOfOrdersGo1795000070600 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table orders.line_change (
        change_id                uuid not null,
        line_id                  uuid not null constraint line_change_of_line references orders.order_line (id),
        order_id                 uuid not null constraint line_change_of_order references orders."order" (id),
        buyer_id                 uuid not null,
        seller_id                uuid not null,
        kind                     text not null constraint line_change_kind
          check (kind in ('not_sold', 'not_accepted', 'cancelled', 'not_delivered', 'returned')),
        quantity                 integer not null constraint line_change_quantity check (quantity > 0),
        goods_paise              bigint not null,
        maker_discount_paise     bigint not null,
        platform_discount_paise  bigint not null,
        freight_paise            bigint not null,
        taxable_paise            bigint not null,
        cgst_paise               bigint not null,
        sgst_paise               bigint not null,
        igst_paise               bigint not null,
        refund_paise             bigint not null,
        made_by                  text not null,
        at                       timestamptz not null,
        primary key (change_id, line_id),
        constraint line_change_parts check (
          least(maker_discount_paise, platform_discount_paise, freight_paise, cgst_paise, sgst_paise, igst_paise,
                refund_paise) >= 0),
        constraint line_change_tax check (
          taxable_paise + cgst_paise + sgst_paise + igst_paise = goods_paise - maker_discount_paise + freight_paise),
        constraint line_change_refund check (
          refund_paise = goods_paise - maker_discount_paise + freight_paise - platform_discount_paise)
      )`);
    await db.query(`create index line_change_by_order on orders.line_change (order_id)`);
    await db.query(`create index line_change_by_line on orders.line_change (line_id)`);
    await db.query(`alter table orders.line_change enable row level security, force row level security`);
    await db.query(`create policy parties_only on orders.line_change using (platform.may_see(buyer_id, seller_id))`);
    await db.query(`grant select, insert on orders.line_change to odop_app`);
    await this.sums(db);
  }

  private async sums(db: QueryRunner): Promise<void> {
    await db.query(`
      create function orders.changes_add_up() returns trigger language plpgsql as $$
      begin
        if (select coalesce(sum(c.quantity), 0) from orders.line_change c where c.line_id = new.line_id)
           <> (select l.gone_quantity from orders.order_line l where l.id = new.line_id) then
          raise exception 'the pieces gone from line % are not those of its changes', new.line_id;
        end if;
        if (select coalesce(sum(c.refund_paise), 0) from orders.line_change c where c.order_id = new.order_id)
           <> (select o.refunded_paise from orders."order" o where o.id = new.order_id) then
          raise exception 'the refunds of order % are not those of its changes', new.order_id;
        end if;
        return null;
      end $$`);
    await db.query(`
      create constraint trigger line_change_adds_up after insert on orders.line_change
        deferrable initially deferred for each row execute function orders.changes_add_up()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table orders.line_change`);
    await db.query(`drop function orders.changes_add_up`);
  }
}

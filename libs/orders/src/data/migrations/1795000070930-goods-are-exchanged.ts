import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Goods that come back may be exchanged: what was paid for them goes over to an order of its own, linked to the first. */
export class GoodsAreExchanged1795000070930 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table orders."order"
        add column exchange_of uuid constraint order_exchange_of references orders."order" (id),
        drop constraint order_total,
        add constraint order_total check (total_paise > 0 or exchange_of is not null and total_paise = 0)`);
    await db.query(`create index order_by_exchange on orders."order" (exchange_of) where exchange_of is not null`);
    await db.query(`
      alter table orders.return_request
        add column wants text not null default 'refund'
          constraint return_request_wants check (wants in ('refund', 'exchange')),
        add column exchange_order_id uuid,
        add column exchange jsonb,
        add constraint return_request_exchanged_once unique (exchange_order_id),
        add constraint return_request_exchange check ((exchange is null) = (exchange_order_id is null)),
        drop constraint return_request_status,
        add constraint return_request_status
          check (status in ('open', 'approved', 'received', 'refunded', 'exchanged', 'rejected', 'withdrawn'))`);
    await db.query(`grant update (wants, exchange_order_id, exchange) on orders.return_request to odop_app`);
    await db.query(`alter table orders.return_line add column for_offer_id uuid`);
    await this.kinds(db, `'not_sold', 'not_accepted', 'cancelled', 'not_delivered', 'returned', 'exchanged'`);
  }

  private async kinds(db: QueryRunner, kinds: string): Promise<void> {
    await db.query(`
      alter table orders.line_change
        drop constraint line_change_kind,
        add constraint line_change_kind check (kind in (${kinds}))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await this.kinds(db, `'not_sold', 'not_accepted', 'cancelled', 'not_delivered', 'returned'`);
    await db.query(`alter table orders.return_line drop column for_offer_id`);
    await db.query(`
      alter table orders.return_request
        drop column wants, drop column exchange_order_id, drop column exchange,
        drop constraint return_request_status,
        add constraint return_request_status
          check (status in ('open', 'approved', 'received', 'refunded', 'rejected', 'withdrawn'))`);
    await db.query(`
      alter table orders."order"
        drop constraint order_total,
        drop column exchange_of,
        add constraint order_total check (total_paise > 0)`);
  }
}

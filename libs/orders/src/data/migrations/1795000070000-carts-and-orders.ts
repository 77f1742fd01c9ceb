import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CartsAndOrders1795000070000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create schema orders`);
    await db.query(`grant usage on schema orders to odop_app`);
    await this.carts(db);
    await this.checkouts(db);
    await this.orders(db);
  }

  private async carts(db: QueryRunner): Promise<void> {
    await db.query(`
      create table orders.cart (
        id        uuid primary key,
        owner_id  uuid not null,
        state     text not null constraint cart_state check (state in ('open', 'ordered')),
        version   integer not null,
        made_at   timestamptz not null
      )`);
    await db.query(`create index cart_by_owner on orders.cart (owner_id, id)`);
    await db.query(`
      create table orders.cart_line (
        cart_id           uuid not null references orders.cart (id) on delete cascade,
        offer_id          uuid not null,
        owner_id          uuid not null,
        quantity          integer not null constraint cart_line_quantity check (quantity > 0),
        seen_price_paise  bigint not null,
        primary key (cart_id, offer_id)
      )`);
    for (const table of ['cart', 'cart_line']) {
      await this.onlyFor(db, table, 'owner_id');
      await db.query(`grant select, insert, update, delete on orders.${table} to odop_app`);
    }
  }

  private async checkouts(db: QueryRunner): Promise<void> {
    await db.query(`
      create table orders.checkout (
        id               uuid primary key,
        cart_id          uuid not null,
        buyer_id         uuid not null,
        total_paise      bigint not null constraint checkout_total check (total_paise > 0),
        ship_to_sealed   bytea not null,
        ship_to_pincode  text not null,
        ship_to_state    text not null,
        made_at          timestamptz not null,
        constraint checkout_once_per_cart unique (cart_id)
      )`);
    await this.onlyFor(db, 'checkout', 'buyer_id');
    await db.query(`grant select, insert on orders.checkout to odop_app`);
  }

  private async orders(db: QueryRunner): Promise<void> {
    await db.query(`
      create table orders."order" (
        id               uuid primary key,
        number           text not null,
        checkout_id      uuid not null references orders.checkout (id),
        buyer_id         uuid not null,
        seller_id        uuid not null,
        state            text not null,
        total_paise      bigint not null constraint order_total check (total_paise > 0),
        ship_to_pincode  text not null,
        ship_to_state    text not null,
        due_at           timestamptz,
        version          integer not null,
        made_at          timestamptz not null,
        changed_at       timestamptz not null,
        constraint order_number unique (number),
        constraint order_state check (state in ('pending_payment', 'payment_failed', 'placed', 'confirmed', 'packed', 'shipped',
          'rto', 'delivered', 'return_requested', 'return_in_transit', 'return_accepted', 'refunded', 'abandoned',
          'cancelled_by_seller', 'cancelled_by_customer', 'completed'))
      )`);
    await db.query(`create index order_by_buyer on orders."order" (buyer_id, id)`);
    await db.query(`create index order_by_seller on orders."order" (seller_id, state, id)`);
    await db.query(`create index order_by_checkout on orders."order" (checkout_id)`);
    await db.query(`create index order_due on orders."order" (due_at) where due_at is not null`);
    await db.query(`
      create table orders.order_line (
        id           uuid primary key,
        order_id     uuid not null references orders."order" (id),
        buyer_id     uuid not null,
        seller_id    uuid not null,
        offer_id     uuid not null,
        title        text not null,
        quantity     integer not null constraint order_line_quantity check (quantity > 0),
        price_paise  bigint not null,
        line_paise   bigint not null,
        weight_g     integer not null
      )`);
    await db.query(`create index order_line_by_order on orders.order_line (order_id)`);
    for (const table of ['"order"', 'order_line']) await this.onlyFor(db, table, 'buyer_id, seller_id');
    await db.query(`grant select, insert, update on orders."order" to odop_app`);
    await db.query(`grant select, insert on orders.order_line to odop_app`);
  }

  private async onlyFor(db: QueryRunner, table: string, parties: string): Promise<void> {
    await db.query(`alter table orders.${table} enable row level security, force row level security`);
    await db.query(`create policy parties_only on orders.${table} using (platform.may_see(${parties}))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop schema orders cascade`);
  }
}

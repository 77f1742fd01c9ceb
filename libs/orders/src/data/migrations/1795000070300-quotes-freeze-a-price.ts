import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a cart costs with tax and carriage is promised for a while; a cart has at most one such promise. */
export class QuotesFreezeAPrice1795000070300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table orders.quote (
        id               uuid primary key,
        cart_id          uuid not null constraint quote_cart_id_fkey references orders.cart (id) on delete cascade,
        owner_id         uuid not null,
        ship_to_sealed   bytea not null,
        ship_to_pincode  text not null,
        ship_to_state    text not null,
        orders           jsonb not null,
        total_paise      bigint not null constraint quote_total check (total_paise > 0),
        made_at          timestamptz not null,
        expires_at       timestamptz not null,
        constraint quote_one_per_cart unique (cart_id),
        constraint quote_lasts check (expires_at > made_at)
      )`);
    await db.query(`create index quote_by_end on orders.quote (expires_at)`);
    await db.query(`alter table orders.quote enable row level security, force row level security`);
    await db.query(`create policy parties_only on orders.quote using (platform.may_see(owner_id))`);
    await db.query(`grant select, insert, delete on orders.quote to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table orders.quote`);
  }
}

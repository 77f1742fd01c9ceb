import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A shopper has one open cart; what lay in older ones is moved into her newest, as far as it has room. */
export class AShopperHasOneOpenCart1795000070810 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`select set_config('odop.scope', 'system', true)`); // the rows of everybody
    await db.query(`alter table orders.cart drop constraint cart_state`);
    await db.query(`
      alter table orders.cart add constraint cart_state check (state in ('open', 'ordered', 'merged')) not valid`);
    await db.query(`alter table orders.cart validate constraint cart_state`);
    await db.query(`
      insert into orders.cart_line (cart_id, offer_id, owner_id, quantity, seen_price_paise, seen_wrap_paise)
      select n.newest, n.offer_id, n.owner_id, n.quantity, n.seen_price_paise, n.seen_wrap_paise
        from (select o.*, row_number() over (partition by newest order by offer_id) as k
                from (select distinct on (c.newest, l.offer_id) c.newest, l.*
                        from (select id, max(id::text) over (partition by owner_id)::uuid as newest
                                from orders.cart where state = 'open') c
                        join orders.cart_line l on l.cart_id = c.id
                       where c.id <> c.newest
                         and not exists (select from orders.cart_line h where h.cart_id = c.newest and h.offer_id = l.offer_id)
                       order by c.newest, l.offer_id, c.id desc) o) n
       where n.k + (select count(*) from orders.cart_line h where h.cart_id = n.newest) <= 100`);
    await db.query(`
      update orders.cart c set state = 'merged', version = version + 1
       where state = 'open'
         and exists (select from orders.cart n where n.owner_id = c.owner_id and n.state = 'open' and n.id > c.id)`);
    await db.query(`create unique index cart_open_once on orders.cart (owner_id) where state = 'open'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index orders.cart_open_once`);
    await db.query(`select set_config('odop.scope', 'system', true)`);
    await db.query(`delete from orders.cart where state = 'merged'`);
    await db.query(`alter table orders.cart drop constraint cart_state`);
    await db.query(`alter table orders.cart add constraint cart_state check (state in ('open', 'ordered'))`);
  }
}

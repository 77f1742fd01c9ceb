import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An order knows since when it is in its state, and whether the desk was told that nobody moved it. Orders of before are counted from this day. */
export class OrdersKnowSinceWhen1795000071150 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function orders.state_is_entered() returns trigger language plpgsql as $$
        begin
          if tg_op = 'INSERT' or new.state is distinct from old.state then
            new.state_since := platform.now();
            new.alarmed_at := null;
          end if;
          return new;
        end $$`);
    await db.query(`alter table orders."order" add column state_since timestamptz, add column alarmed_at timestamptz`);
    await db.query(`update orders."order" set state_since = platform.now()`);
    await db.query(`alter table orders."order" alter column state_since set not null`);
    await db.query(`
      create index order_waits on orders."order" (state, state_since)
        where alarmed_at is null and state in ('confirmed', 'packed', 'shipped', 'rto', 'return_in_transit', 'return_accepted')`);
    await db.query(`
      create trigger state_is_entered before insert or update of state on orders."order"
        for each row execute function orders.state_is_entered()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop trigger state_is_entered on orders."order"`);
    await db.query(`alter table orders."order" drop column state_since, drop column alarmed_at`);
    await db.query(`drop function orders.state_is_entered()`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A shopper writes an address once; one of hers is the one she mostly uses. */
export class ShoppersKeepAddresses1795000070900 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table orders.address (
        id              uuid primary key,
        owner_id        uuid not null,
        address_sealed  bytea not null,
        pincode         text not null,
        district_id     uuid not null,
        state_code      text not null,
        is_default      boolean not null,
        version         integer not null,
        made_at         timestamptz not null,
        changed_at      timestamptz not null
      )`);
    await db.query(`create index address_by_owner on orders.address (owner_id, id)`);
    await db.query(`create unique index address_one_default on orders.address (owner_id) where is_default`);
    await db.query(`alter table orders.address enable row level security, force row level security`);
    await db.query(`create policy parties_only on orders.address using (platform.may_see(owner_id))`);
    await db.query(`grant select, insert, delete on orders.address to odop_app`);
    await db.query(
      `grant update (address_sealed, pincode, district_id, state_code, is_default, version, changed_at)
          on orders.address to odop_app`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table orders.address`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makers to whom no courier comes bring parcels to a collection centre, which hands them over together. */
export class ParcelsAreGathered1795000122500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table fulfilment.collection_centre (
        id          uuid primary key,
        name        text not null,
        street      text not null,
        pincode     text not null constraint collection_centre_pincode check (pincode ~ '^[1-9][0-9]{5}$'),
        is_open     boolean not null,
        entered_at  timestamptz not null
      )`);
    await db.query(`create index collection_centre_by_pincode on fulfilment.collection_centre (pincode)`);
    await db.query(`grant select, insert, update on fulfilment.collection_centre to odop_app`);

    await db.query(`
      create table fulfilment.centre_manifest (
        id              uuid primary key,
        centre_id       uuid not null constraint centre_manifest_of_centre references fulfilment.collection_centre (id),
        carrier         text not null,
        handed_over_by  uuid,
        handed_over_at  timestamptz not null
      )`);
    await db.query(`create index centre_manifest_by_centre on fulfilment.centre_manifest (centre_id, id)`);
    await db.query(`alter table fulfilment.centre_manifest enable row level security, force row level security`);
    await db.query(`create policy parties_only on fulfilment.centre_manifest using (platform.may_see(centre_id))`);
    await db.query(`grant select, insert on fulfilment.centre_manifest to odop_app`);

    await db.query(`
      create table fulfilment.centre_parcel (
        id           uuid primary key constraint centre_parcel_of_shipment references fulfilment.shipment (id),
        centre_id    uuid not null constraint centre_parcel_at_centre references fulfilment.collection_centre (id),
        seller_id    uuid not null,
        state        text not null
          constraint centre_parcel_state check (state in ('expected', 'here', 'with_maker', 'handed_over')),
        state_since  timestamptz not null,
        alarmed_at   timestamptz,
        manifest_id  uuid constraint centre_parcel_on_manifest references fulfilment.centre_manifest (id)
      )`);
    await db.query(`create index centre_parcel_by_centre on fulfilment.centre_parcel (centre_id, state, id)`);
    await db.query(
      `create index centre_parcel_alarmed on fulfilment.centre_parcel (state, state_since) where alarmed_at is null`,
    );
    await db.query(`
      create trigger state_is_entered before insert or update of state on fulfilment.centre_parcel
        for each row execute function fulfilment.state_is_entered()`);
    await db.query(`alter table fulfilment.centre_parcel enable row level security, force row level security`);
    await db.query(
      `create policy parties_only on fulfilment.centre_parcel using (platform.may_see(seller_id, centre_id))`,
    );
    await db.query(`grant select, insert, update on fulfilment.centre_parcel to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table fulfilment.centre_parcel`);
    await db.query(`drop table fulfilment.centre_manifest`);
    await db.query(`drop table fulfilment.collection_centre`);
  }
}

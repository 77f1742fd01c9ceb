import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long parcels lately took from a district to a postal zone, and the deliveries that tell it found without reading all. */
export class WaysTakeTheirDays1795000102000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table fulfilment.route_days (
        from_district_id  uuid not null,
        to_zone           text not null constraint route_days_zone check (to_zone ~ '^[1-9]$'),
        days              smallint not null constraint route_days_days check (days between 1 and 60),
        deliveries        integer not null constraint route_days_deliveries check (deliveries >= 20),
        reckoned_at       timestamptz not null,
        primary key (from_district_id, to_zone)
      )`);
    await db.query(`grant select, insert, delete on fulfilment.route_days to odop_app`);
    await db.query(`
      create index shipment_delivered on fulfilment.shipment (delivered_at)
        where state = 'delivered' and cause_kind = 'order'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index fulfilment.shipment_delivered`);
    await db.query(`drop table fulfilment.route_days`);
  }
}

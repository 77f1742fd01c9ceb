import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A maker waits for a courier at a time that is agreed: a row for each parcel of a courier that names its hours. */
export class CouriersComeAtATime1795000111000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table fulfilment.pickup_slot (
        shipment_id  uuid primary key constraint pickup_slot_of_shipment references fulfilment.shipment (id),
        seller_id    uuid not null,
        receiver_id  uuid not null,
        window_id    text,
        from_at      timestamptz,
        to_at        timestamptz,
        closes_at    timestamptz,
        chosen_by    text not null constraint pickup_slot_chosen_by check (chosen_by in ('nobody', 'default', 'maker')),
        misses       integer not null default 0,
        turn         integer not null default 1,
        constraint pickup_slot_whole check (num_nulls(window_id, from_at, to_at, closes_at) in (0, 4)),
        constraint pickup_slot_hours check (to_at > from_at),
        constraint pickup_slot_counts check (misses >= 0 and turn >= 1)
      )`);
    await db.query(`alter table fulfilment.pickup_slot enable row level security, force row level security`);
    await db.query(
      `create policy parties_only on fulfilment.pickup_slot using (platform.may_see(seller_id, receiver_id))`,
    );
    await db.query(`grant select, insert on fulfilment.pickup_slot to odop_app`);
    await db.query(`
      grant update (window_id, from_at, to_at, closes_at, chosen_by, misses, turn) on fulfilment.pickup_slot to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table fulfilment.pickup_slot`);
  }
}

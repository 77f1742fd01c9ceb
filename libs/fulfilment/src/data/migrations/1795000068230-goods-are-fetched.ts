import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What shoppers send back travels too: a courier fetches it, or they send it themselves. */
export class GoodsAreFetched1795000068230 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table fulfilment.return_parcel (
        id              uuid primary key,
        return_id       uuid not null constraint return_parcel_once_per_return unique,
        cause_kind      text not null,
        cause_id        uuid not null,
        seller_id       uuid not null,
        sender_id       uuid not null,
        from_pincode    text not null,
        to_pincode      text not null,
        weight_g        integer not null constraint return_parcel_weight check (weight_g > 0),
        state           text not null constraint return_parcel_state check
                        (state in ('planned', 'booked', 'with_shopper', 'in_transit', 'delivered', 'lost', 'called_off')),
        bookings        integer not null,
        misses          integer not null,
        courier         text,
        awb             text,
        carriage_paise  bigint constraint return_parcel_carriage check (carriage_paise >= 0),
        own_carrier     boolean not null,
        made_at         timestamptz not null,
        dispatched_at   timestamptz,
        delivered_at    timestamptz,
        constraint return_parcel_counts check (bookings > 0 and misses >= 0)
      )`);
    await db.query(`
      create unique index return_parcel_by_awb on fulfilment.return_parcel (courier, awb) where not own_carrier`);
    await db.query(`create index return_parcel_by_cause on fulfilment.return_parcel (cause_kind, cause_id)`);
    await db.query(`alter table fulfilment.return_parcel enable row level security, force row level security`);
    await db.query(
      `create policy parties_only on fulfilment.return_parcel using (platform.may_see(seller_id, sender_id))`,
    );
    await db.query(`grant select, insert, update on fulfilment.return_parcel to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table fulfilment.return_parcel`);
  }
}

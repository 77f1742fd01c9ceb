import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every booking of a pick-up is kept with its number: a driver who comes although another was asked is still heard. */
export class BookingsStayKnown1795000090454 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`select set_config('odop.scope', 'system', true)`); // the rows of everybody
    await db.query(`
      create table fulfilment.pickup_booking (
        parcel_id       uuid not null constraint pickup_booking_parcel_id_fkey references fulfilment.return_parcel,
        booking         integer not null,
        courier         text not null,
        awb             text,
        carriage_paise  bigint,
        asked_at        timestamptz not null,
        primary key (parcel_id, booking),
        constraint pickup_booking_by_awb unique (courier, awb)
      )`);
    await db.query(`
      insert into fulfilment.pickup_booking (parcel_id, booking, courier, awb, carriage_paise, asked_at)
      select id, bookings, courier, awb, carriage_paise, made_at from fulfilment.return_parcel
       where awb is not null and not own_carrier`);
    await db.query(`grant select, insert, update on fulfilment.pickup_booking to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table fulfilment.pickup_booking`);
  }
}

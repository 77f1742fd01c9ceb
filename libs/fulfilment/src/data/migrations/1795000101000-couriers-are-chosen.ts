import type { MigrationInterface, QueryRunner } from 'typeorm';

/** More than one courier: a parcel knows who was asked for it, and which files of news were read is remembered. */
export class CouriersAreChosen1795000101000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`select set_config('odop.scope', 'system', true)`); // the rows of everybody
    await db.query(`alter table fulfilment.shipment add column asked_courier text, add column unserved_at timestamptz`);
    await db.query(`update fulfilment.shipment set asked_courier = 'courier' where asked_at is not null`);
    await db.query(`
      create table fulfilment.tracking_file (
        courier     text not null,
        name        text not null,
        bytes       integer not null,
        broken      integer not null,
        written_at  timestamptz not null,
        read_at     timestamptz not null,
        primary key (courier, name),
        constraint tracking_file_counts check (bytes >= 0 and broken >= 0)
      )`);
    await db.query(`grant select, insert, update on fulfilment.tracking_file to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table fulfilment.tracking_file`);
    await db.query(`alter table fulfilment.shipment drop column asked_courier, drop column unserved_at`);
  }
}

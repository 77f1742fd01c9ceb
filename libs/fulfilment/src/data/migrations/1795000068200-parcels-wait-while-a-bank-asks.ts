import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A parcel that has not left its maker can be told to wait; how a delivery was proved is kept with the news of it. */
export class ParcelsWaitWhileABankAsks1795000068200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table fulfilment.shipment
        add column held_why text constraint shipment_held check (held_why in ('dispute')),
        add column holds integer not null default 0`);
    await db.query(`
      alter table fulfilment.tracking_notice
        add column proof text constraint tracking_notice_proof check (proof in ('code', 'signature'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table fulfilment.tracking_notice drop column proof`);
    await db.query(`alter table fulfilment.shipment drop column held_why, drop column holds`);
  }
}

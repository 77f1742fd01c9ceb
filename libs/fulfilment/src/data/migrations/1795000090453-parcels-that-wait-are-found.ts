import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parcels that nobody moves are found without reading the others. */
export class ParcelsThatWaitAreFound1795000090453 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index shipment_waits on fulfilment.shipment (state, state_since)
        where alarmed_at is null and state in ('created', 'ready', 'in_transit', 'out_for_delivery', 'rto_initiated')`);
    await db.query(`
      create index return_parcel_waits on fulfilment.return_parcel (state, state_since)
        where alarmed_at is null and state in ('planned', 'booked', 'with_shopper', 'in_transit')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index fulfilment.shipment_waits`);
    await db.query(`drop index fulfilment.return_parcel_waits`);
  }
}

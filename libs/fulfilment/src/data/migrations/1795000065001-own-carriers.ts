import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A maker writes carrier and number of a parcel she sent herself as she likes: two makers may write the same, and what
 * she writes is never taken for a parcel of the courier we book.
 */
export class OwnCarriers1795000065001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`select set_config('odop.scope', 'system', true)`); // the rows of everybody
    await db.query(`alter table fulfilment.shipment add column own_carrier boolean not null default false`);
    await db.query(
      `update fulfilment.shipment set own_carrier = true where courier is not null and courier <> 'courier'`,
    );
    await db.query(`alter table fulfilment.shipment drop constraint shipment_by_awb`);
    await db.query(`create unique index shipment_by_awb on fulfilment.shipment (courier, awb) where not own_carrier`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index fulfilment.shipment_by_awb`);
    await db.query(`alter table fulfilment.shipment drop column own_carrier`);
    await db.query(`alter table fulfilment.shipment add constraint shipment_by_awb unique (courier, awb)`);
  }
}

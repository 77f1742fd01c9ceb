import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A parcel knows when a courier was first asked for it, so that a booking nobody heard of is found and called off; and the desk may
 * prove an arrival. The rows of before are looked at by a migration of its own, when this one holds the table no more.
 */
export class ParcelsAreDecidedAbout1795000090450 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table fulfilment.shipment
        add column asked_at timestamptz,
        drop constraint shipment_delivery_proof,
        add constraint shipment_delivery_proof check (delivery_proof in ('code', 'receiver', 'desk')) not valid`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table fulfilment.shipment
        drop column asked_at,
        drop constraint shipment_delivery_proof,
        add constraint shipment_delivery_proof check (delivery_proof in ('code', 'receiver')) not valid`);
  }
}

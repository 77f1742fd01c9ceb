import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * That a parcel a maker sent herself has arrived is proved: by its receiver's code, or by her word. The rows of before are read by
 * `ParcelsAreAsTheyShouldBe`, when this holds the table no more (S-83).
 */
export class ParcelsOfOwnCarriersArrive1795000068400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table fulfilment.shipment
        add column delivery_proof text,
        add column code_tries smallint not null default 0,
        add column code_tried_at timestamptz,
        add constraint shipment_delivery_proof check (delivery_proof in ('code', 'receiver')) not valid,
        add constraint shipment_code_tries check (code_tries >= 0) not valid`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table fulfilment.shipment drop column delivery_proof, drop column code_tries, drop column code_tried_at`);
  }
}

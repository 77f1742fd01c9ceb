import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The operator's page of what is late reads the few parcels a desk was told about. */
export class LateParcelsAreFound1795000106000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['shipment', 'return_parcel'])
      await db.query(`create index ${table}_alarmed on fulfilment.${table} (state_since) where alarmed_at is not null`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['shipment', 'return_parcel']) await db.query(`drop index fulfilment.${table}_alarmed`);
  }
}

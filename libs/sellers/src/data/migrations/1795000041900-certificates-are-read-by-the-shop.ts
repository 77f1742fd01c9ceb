import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the shop may know of a maker's certificates: for which GI, whether an officer has seen it, from when to when. */
export class CertificatesAreReadByTheShop1795000041900 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view sellers.v_gi_authorisation as
        select seller_id, gi_id, state, valid_from, valid_to from sellers.gi_authorisation`);
    await db.query(`grant select on sellers.v_gi_authorisation to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop view sellers.v_gi_authorisation`);
  }
}

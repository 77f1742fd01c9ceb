import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the shop may know of what registers proved: what a storefront is named after, and until when. The wall of the table
 * stands before the view as well: it says nothing to whoever sees only what is open.
 */
export class ProofsAreReadByTheShop1795000053100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view sellers.v_proof with (security_invoker = true) as
        select seller_id, flag, valid_to from sellers.preference
         where ended_at is null and flag in ('women', 'startup')`);
    await db.query(`grant select on sellers.v_proof to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop view sellers.v_proof`);
  }
}

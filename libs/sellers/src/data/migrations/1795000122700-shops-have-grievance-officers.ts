import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who answers in a shop for complaints: everybody may know it. */
export class ShopsHaveGrievanceOfficers1795000122700 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table sellers.seller add column grievance_officer jsonb`);
    await db.query(`
      create or replace view sellers.v_seller as
        select id as seller_id, name, class, state,
               state in ('verified', 'active', 'restricted') and not 'all' = any(restricted_kinds) as is_selling,
               district_id, state_code, pincode, place, gst_status, gstin, manufacturer_key, verified_at,
               restricted_kinds, 'food' = any(restricted_kinds) as hides_food, 'gi' = any(restricted_kinds) as hides_gi,
               grievance_officer
          from sellers.seller`);
  }

  async down(db: QueryRunner): Promise<void> {
    // The column stays: the view that shows it is read by views of other modules.
    await db.query(`update sellers.seller set grievance_officer = null`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which contacts who had a reduction is known again, as a guest with another cart or signed in: keyed hashes. */
export class AContactCountsAsOnePerson1795000090110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table promotions.redeemer (
        promotion_id    uuid not null,
        contact_lookup  bytea not null,
        checkout_id     uuid not null,
        primary key (promotion_id, contact_lookup, checkout_id),
        constraint redeemer_of_redemption foreign key (promotion_id, checkout_id)
          references promotions.redemption (promotion_id, checkout_id)
      )`);
    await db.query(`create index redeemer_by_redemption on promotions.redeemer (promotion_id, checkout_id)`);
    await db.query(`alter table promotions.redeemer enable row level security, force row level security`);
    // Whose redemption it is may see by what she is known; counting over all of a contact is the system's.
    await db.query(`
      create policy of_redemption on promotions.redeemer using (exists (
        select from promotions.redemption r
         where r.promotion_id = redeemer.promotion_id and r.checkout_id = redeemer.checkout_id and platform.may_see(r.person_id)))`);
    await db.query(`grant select, insert, delete on promotions.redeemer to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table promotions.redeemer`);
  }
}

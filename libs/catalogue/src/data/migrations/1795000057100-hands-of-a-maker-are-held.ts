import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The count of goods made to order says how many pieces their maker takes on at a time. A piece that was ordered takes one of
 * them until it has left her; none of it ever lay on a shelf, so nothing is put back there.
 */
export class HandsOfAMakerAreHeld1795000057100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table catalogue.stock_hold
        add column is_to_make boolean not null default false,
        add column left_at timestamptz,
        add constraint stock_hold_left check (left_at is null or is_to_make)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table catalogue.stock_hold drop column left_at, drop column is_to_make`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Unpaid checkouts to one door are counted; the door is known by a keyed hash. */
export class CheckoutsKnowTheirDoor1795000070820 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table orders.checkout add column door_lookup bytea`);
    await db.query(
      `create index checkout_by_door on orders.checkout (door_lookup, made_at) where door_lookup is not null`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table orders.checkout drop column door_lookup`);
  }
}

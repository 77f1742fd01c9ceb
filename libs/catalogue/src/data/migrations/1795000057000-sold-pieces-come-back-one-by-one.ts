import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Some pieces of what was sold come back, others stay sold: a hold counts those that are back on the shelf. */
export class SoldPiecesComeBackOneByOne1795000057000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table catalogue.stock_hold
        add column came_back integer not null default 0
          constraint stock_hold_came_back check (came_back between 0 and quantity)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table catalogue.stock_hold drop column came_back`);
  }
}

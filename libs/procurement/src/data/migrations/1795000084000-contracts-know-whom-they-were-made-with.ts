import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What registers had proved of the seller on the day of the contract; of earlier ones nothing is claimed. */
export class ContractsKnowWhomTheyWereMadeWith1795000084000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table procurement.contract add column seller_preferences jsonb not null default '[]'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table procurement.contract drop column seller_preferences`);
  }
}

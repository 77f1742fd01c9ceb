import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PayoutsRestAfterAnotherAccount1795000041000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table sellers.seller add column payout_rests_until timestamptz`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table sellers.seller drop column payout_rests_until`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a quote was reduced by is redeemed when it is ordered, so it is kept with it. */
export class QuotesHoldReductions1795000070310 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table orders.quote add column reductions jsonb not null default '[]'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table orders.quote drop column reductions`);
  }
}

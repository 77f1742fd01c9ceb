import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who was first asked to pay a payout, or a refund of cash, out: nobody else is asked under the same key, so that changing
 * the provider pays nothing twice. Whatever was scheduled before could only go through the bank's interface.
 */
export class APayoutKeepsToItsRoad1795000064720 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table payments.payout_road (
        key       text primary key,
        provider  text not null,
        made_at   timestamptz not null
      )`);
    await db.query(`select set_config('odop.scope', 'system', true)`); // the payouts of everybody
    await db.query(`insert into payments.payout_road select key::text, 'bank', platform.now() from payments.payout`);
    await db.query(`grant select, insert on payments.payout_road to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table payments.payout_road`);
  }
}

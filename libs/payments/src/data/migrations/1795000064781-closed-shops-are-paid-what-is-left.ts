import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A clock knows that the shop it is for is closed: what is owed to her is paid however little it is, also when the desk held her
 * payouts on the day she closed. Shops that closed before are looked at once more.
 */
export class ClosedShopsArePaidWhatIsLeft1795000064781 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`select set_config('odop.scope', 'system', true)`); // the rows of everybody
    await db.query(`alter table payments.payout_clock add column is_last boolean not null default false`);
    await db.query(`
      update payments.payout_clock set is_last = true, due_at = coalesce(due_at, platform.now())
       where seller_id in (select seller_id from sellers.v_seller where state = 'closed')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table payments.payout_clock drop column is_last`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** SM-6: cash paid at a door is captured when the courier has brought it, not when it was collected. */
export class CashIsCapturedWhenItIsHere1795000064650 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`select set_config('odop.scope', 'system', true)`); // the payments of everybody
    await db.query(`
      update payments.payment p set state = 'due_on_delivery'
       where p.method = 'cash_on_delivery' and p.state = 'captured'
         and exists (select from payments.cash_due c where c.payment_id = p.id and c.status = 'collected')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`select set_config('odop.scope', 'system', true)`); // the payments of everybody
    await db.query(`
      update payments.payment p set state = 'captured'
       where p.method = 'cash_on_delivery' and p.state = 'due_on_delivery'
         and not exists (select from payments.cash_due c where c.payment_id = p.id and c.status = 'due')`);
  }
}

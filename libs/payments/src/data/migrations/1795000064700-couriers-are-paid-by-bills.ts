import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bills of couriers that were paid: each number once, written once. */
export class CouriersArePaidByBills1795000064700 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table payments.courier_bill (
        id            uuid primary key,
        number        text not null constraint courier_bill_once unique,
        amount_paise  bigint not null constraint courier_bill_amount check (amount_paise > 0),
        reason        text not null,
        paid_by       uuid,
        paid_at       timestamptz not null
      )`);
    await db.query(`grant select, insert on payments.courier_bill to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table payments.courier_bill`);
  }
}

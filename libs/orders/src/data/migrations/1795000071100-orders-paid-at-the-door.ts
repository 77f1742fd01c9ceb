import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An order may be paid in cash when it arrives: its parcel says how much, and who changes it changes that. */
export class OrdersPaidAtTheDoor1795000071100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table orders."order" add column pay_by text not null default 'online',
        add constraint order_pay_by check (pay_by in ('online', 'cash_on_delivery')) not valid`);
    await db.query(`alter table orders."order" validate constraint order_pay_by`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table orders."order" drop column pay_by`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const abouts = ['payment', 'refund', 'fee', 'payout', 'notice', 'cash'];

/** What the provider sent to our bank and nobody said what is in it stands among the differences. */
export class SettlementsMayDiffer1795000090400 implements MigrationInterface {
  up(db: QueryRunner): Promise<void> {
    return this.allow(db, [...abouts, 'settlement']);
  }

  /** Those of settlements are not known before. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`delete from payments.difference where about = 'settlement'`);
    await this.allow(db, abouts);
  }

  private async allow(db: QueryRunner, names: readonly string[]): Promise<void> {
    await db.query(`alter table payments.difference drop constraint difference_about`);
    await db.query(`
      alter table payments.difference add constraint difference_about
        check (about in (${names.map((name) => `'${name}'`).join(', ')})) not valid`);
    await db.query(`alter table payments.difference validate constraint difference_about`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came to our bank is held against what of it is in our books. Those of before know no sum, and are not looked at. */
export class SettlementsKnowWhatIsBooked1795000090440 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table payments.settlement
        add column booked_paise bigint,
        add column own_paise bigint not null default 0`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table payments.settlement drop column booked_paise, drop column own_paise`);
  }
}

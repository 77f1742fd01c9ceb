import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The operations desk hears once of messages that lie too long; what waits for the morning lies from then on. */
export class LateMessagesAreTold1795000109100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `alter table notifications.message add column ready_at timestamptz, add column alarmed_at timestamptz`,
    );
    await db.query(`
      create index message_to_alarm on notifications.message (state, changed_at)
       where state <> 'sent' and alarmed_at is null`);
    await db.query(`
      create index message_alarmed on notifications.message (state, channel, alarmed_at) where alarmed_at is not null`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table notifications.message drop column ready_at, drop column alarmed_at`);
  }
}

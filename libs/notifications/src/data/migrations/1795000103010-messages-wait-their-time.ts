import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A message may have to wait: for the morning, for a provider that rests, for room in what it takes in a minute. */
export class MessagesWaitTheirTime1795000103010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table notifications.message add column not_before timestamptz`);
    await db.query(`
      alter table notifications.message
        add constraint message_waits_in_the_queue check (not_before is null or state = 'queued') not valid`);
    await db.query(`alter table notifications.message validate constraint message_waits_in_the_queue`);
    await db.query(`create index message_waiting on notifications.message (not_before) where not_before is not null`);
    await db.query(`
      create table notifications.sending_minute (
        channel  text primary key constraint sending_minute_channel check (channel in ('sms', 'email')),
        minute   timestamptz not null,
        sent     integer not null constraint sending_minute_counts check (sent > 0)
      )`);
    await db.query(`grant select, insert, update on notifications.sending_minute to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table notifications.sending_minute`);
    await db.query(`alter table notifications.message drop column not_before`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person wants to be told over which channel, where she may choose; without a row the usual holds. */
export class ReadersChooseWhatReachesThem1795000090210 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table notifications.preference (
        person_id  uuid not null,
        topic      text not null,
        channel    text not null constraint preference_channel check (channel in ('in_app', 'sms', 'email')),
        wanted     boolean not null,
        chosen_at  timestamptz not null,
        primary key (person_id, topic, channel)
      )`);
    await db.query(`alter table notifications.preference enable row level security, force row level security`);
    await db.query(`create policy reader_only on notifications.preference using (platform.may_see(person_id))`);
    await db.query(`grant select, insert, update, delete on notifications.preference to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table notifications.preference`);
  }
}

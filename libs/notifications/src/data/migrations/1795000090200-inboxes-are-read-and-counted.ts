import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each inbox counts its messages in the order in which they are committed, so that who reads on after a message misses
 * none; and knows what was read. What was there before is no news.
 */
export class InboxesAreReadAndCounted1795000090200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table notifications.inbox (
        person_id  uuid primary key,
        told       integer not null constraint inbox_counts_up check (told >= 0),
        changes    integer not null constraint inbox_changes_with_each check (changes >= told)
      )`);
    await db.query(`alter table notifications.inbox enable row level security, force row level security`);
    await db.query(`create policy reader_only on notifications.inbox using (platform.may_see(person_id))`);
    await db.query(`grant select, insert, update, delete on notifications.inbox to odop_app`);
    await db.query(`alter table notifications.message add column number integer, add column read_at timestamptz`);
    await db.query(`select set_config('odop.scope', 'system', true)`); // the rows of everybody
    await db.query(`
      update notifications.message m set number = c.number, read_at = m.changed_at
        from (select id, row_number() over (partition by recipient_id order by id) as number
                from notifications.message where channel = 'in_app' and state = 'sent') c
       where c.id = m.id`);
    await db.query(`
      insert into notifications.inbox (person_id, told, changes)
      select recipient_id, max(number), max(number) from notifications.message where number is not null group by recipient_id`);
    await db.query(
      `create unique index message_numbered on notifications.message (recipient_id, number) where number is not null`,
    );
    await db.query(
      `create index message_unread on notifications.message (recipient_id) where number is not null and read_at is null`,
    );
    await db.query(
      `alter table notifications.message add constraint message_read_in_the_inbox check (read_at is null or channel = 'in_app')`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table notifications.inbox`);
    await db.query(`alter table notifications.message drop column number, drop column read_at`);
  }
}

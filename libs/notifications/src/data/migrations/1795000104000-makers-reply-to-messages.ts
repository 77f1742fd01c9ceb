import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A message about a new order carries a short code; a maker who writes it back accepts or declines the order. */
export class MakersReplyToMessages1795000104000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table notifications.reply_code (
        order_id    uuid primary key,
        seller_id   uuid not null,
        code        text not null constraint reply_code_digits check (code ~ '^[1-9][0-9]{3}$'),
        open_until  timestamptz not null,
        used_by     uuid,
        used_for    text constraint reply_code_used_for check (used_for in ('accept', 'decline')),
        made_at     timestamptz not null,
        constraint reply_code_used check ((used_by is null) = (used_for is null))
      )`);
    await db.query(`create index reply_code_of_shop on notifications.reply_code (seller_id, code)`);
    await db.query(`create index reply_code_by_age on notifications.reply_code (made_at)`);
    await db.query(`
      create table notifications.reply (
        id           uuid primary key,
        event_id     text not null constraint reply_passed_on_once unique,
        person_id    uuid not null,
        channel      text not null constraint reply_channel check (channel in ('sms', 'whatsapp')),
        says         text constraint reply_says check (says in ('accept', 'decline')),
        code         text constraint reply_code_digits check (code ~ '^[0-9]{4}$'),
        outcome      text constraint reply_outcome
                     check (outcome in ('accepted', 'declined', 'too_late', 'unknown_code', 'not_understood', 'paused')),
        received_at  timestamptz not null
      )`);
    await db.query(`create index reply_of_person on notifications.reply (person_id, received_at)`);
    await db.query(`create index reply_by_age on notifications.reply (received_at)`);
    const walls = { reply_code: 'platform.may_see(seller_id)', reply: 'platform.may_see(person_id)' };
    for (const [table, wall] of Object.entries(walls)) {
      await db.query(`alter table notifications.${table} enable row level security, force row level security`);
      await db.query(`create policy own_only on notifications.${table} using (${wall})`);
      await db.query(`grant select, insert, update, delete on notifications.${table} to odop_app`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table notifications.reply`);
    await db.query(`drop table notifications.reply_code`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Messages1795000090000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create schema notifications`);
    await db.query(`grant usage on schema notifications to odop_app`);
    await db.query(`
      create table notifications.message (
        id                  uuid primary key,
        event_id            uuid not null,
        event               text not null,
        audience            text not null,
        template_version    integer not null,
        recipient_id        uuid not null,
        channel             text not null constraint message_channel check (channel in ('in_app', 'sms', 'email')),
        language            text not null,
        params              jsonb not null,
        state               text not null constraint message_state check (state in ('queued', 'failed', 'sent')),
        tries               integer not null,
        failure             text,
        subject_sealed      bytea,
        text_sealed         bytea,
        address_sealed      bytea,
        address_hint        text,
        provider            text,
        provider_reference  text,
        made_at             timestamptz not null,
        changed_at          timestamptz not null,
        constraint message_told_once unique (event_id, audience, recipient_id, channel),
        constraint message_sent_is_kept check (state <> 'sent' or text_sealed is not null),
        constraint message_failed_says_why check ((state = 'failed') = (failure is not null))
      )`);
    await db.query(`create index message_inbox on notifications.message (recipient_id, id) where channel = 'in_app'`);
    await db.query(`create index message_by_state on notifications.message (state, id)`);
    await db.query(`alter table notifications.message enable row level security, force row level security`);
    await db.query(`create policy reader_only on notifications.message using (platform.may_see(recipient_id))`);
    await db.query(`grant select, insert, update on notifications.message to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop schema notifications cascade`);
  }
}

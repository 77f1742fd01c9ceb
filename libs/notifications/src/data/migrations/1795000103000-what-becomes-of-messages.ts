import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Providers tell later whether a message arrived; an address where nobody is, or whose reader complains, is left alone. */
export class WhatBecomesOfMessages1795000103000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table notifications.message add column delivery text, add column delivery_at timestamptz`);
    await db.query(`
      alter table notifications.message
        add constraint message_delivery
            check (delivery in ('failed', 'delivered', 'bounced', 'complained')) not valid,
        add constraint message_delivery_is_dated check ((delivery is null) = (delivery_at is null)) not valid,
        add constraint message_delivery_outside check (delivery is null or channel <> 'in_app') not valid`);
    for (const name of ['message_delivery', 'message_delivery_is_dated', 'message_delivery_outside'])
      await db.query(`alter table notifications.message validate constraint ${name}`);
    await db.query(`
      create table notifications.stopped_address (
        person_id  uuid not null,
        channel    text not null constraint stopped_address_channel check (channel in ('sms', 'email')),
        why        text not null constraint stopped_address_why check (why in ('bounced', 'complained')),
        since      timestamptz not null,
        primary key (person_id, channel)
      )`);
    await db.query(`alter table notifications.stopped_address enable row level security, force row level security`);
    await db.query(`create policy reader_only on notifications.stopped_address using (platform.may_see(person_id))`);
    await db.query(`grant select, insert, delete on notifications.stopped_address to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table notifications.stopped_address`);
    await db.query(`alter table notifications.message drop column delivery, drop column delivery_at`);
  }
}

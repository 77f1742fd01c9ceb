import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages are kept for the log year; a clock takes older ones away and finds them by their age. */
export class OldMessagesGo1795000091000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create index message_by_age on notifications.message (made_at)`);
    await db.query(`grant delete on notifications.message to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`revoke delete on notifications.message from odop_app`);
    await db.query(`drop index notifications.message_by_age`);
  }
}

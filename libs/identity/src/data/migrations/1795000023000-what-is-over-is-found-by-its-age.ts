import type { MigrationInterface, QueryRunner } from 'typeorm';

const indexes = [
  ['session_by_end', 'session', 'expires_at'],
  ['refresh_token_by_age', 'refresh_token', 'issued_at'],
  ['device_by_age', 'device', 'last_seen_at'],
] as const;

/** A clock takes away what is over every few minutes: it must not read the live ones to find it. */
export class WhatIsOverIsFoundByItsAge1795000023000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const [name, table, time] of indexes) await db.query(`create index ${name} on identity.${table} (${time})`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const [name] of indexes) await db.query(`drop index identity.${name}`);
  }
}

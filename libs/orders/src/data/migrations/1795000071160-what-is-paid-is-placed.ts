import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders whose money may be here are looked at every half minute, and those the desk was told about are counted at every scrape. */
export class WhatIsPaidIsPlaced1795000071160 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index order_unplaced on orders."order" (checkout_id) where state in ('pending_payment', 'payment_failed')`);
    await db.query(`create index order_alarmed on orders."order" (state) where alarmed_at is not null`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index orders.order_unplaced`);
    await db.query(`drop index orders.order_alarmed`);
  }
}

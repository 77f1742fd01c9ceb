import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a shopper wants her gift to say goes with each parcel of it, readable for its maker and nobody else. */
export class GiftsCarryWords1795000070910 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table orders.quote add column gift_message_sealed bytea`);
    await db.query(`alter table orders."order" add column gift_message_sealed bytea`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table orders."order" drop column gift_message_sealed`);
    await db.query(`alter table orders.quote drop column gift_message_sealed`);
  }
}

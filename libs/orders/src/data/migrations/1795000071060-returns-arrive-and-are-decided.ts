import type { MigrationInterface, QueryRunner } from 'typeorm';

const before = `'pending_payment', 'payment_failed', 'placed', 'confirmed', 'packed', 'shipped', 'rto', 'delivered',
  'return_requested', 'return_in_transit', 'return_accepted', 'refunded', 'abandoned', 'cancelled_by_seller',
  'cancelled_by_customer', 'completed'`;
const statuses = `'open', 'approved', 'received', 'refunded', 'exchanged', 'rejected', 'withdrawn'`;

/** Goods that come back arrive at their maker before she says so, and where nobody says anything the desk decides. */
export class ReturnsArriveAndAreDecided1795000071060 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.only(db, 'order', 'order_state', `state in (${before}, 'return_delivered')`);
    await this.only(db, 'return_request', 'return_request_status', `status in (${statuses}, 'ended')`);
    await db.query(`alter table orders.return_request add column decision text`);
    await db.query(`grant update (decision) on orders.return_request to odop_app`);
  }

  /** Of new rows only: those of years are read by `ReturnsAreAsTheyShouldBe`, when this holds the tables no more (S-83). */
  private async only(db: QueryRunner, table: string, name: string, check: string): Promise<void> {
    await db.query(`
      alter table orders."${table}" drop constraint ${name}, add constraint ${name} check (${check}) not valid`);
  }

  async down(db: QueryRunner): Promise<void> {
    await this.only(db, 'order', 'order_state', `state in (${before})`);
    await this.only(db, 'return_request', 'return_request_status', `status in (${statuses})`);
    await db.query(`alter table orders.return_request drop column decision`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A maker sends some pieces of an order on their own: they become an order that knows which one they were ordered with. */
export class OrdersGoInParts1795000122000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `alter table orders."order" add column part_of uuid constraint order_part_of references orders."order" (id)`,
    );
    await db.query(`create index order_by_first on orders."order" (part_of) where part_of is not null`);
    await this.kinds(
      db,
      `'not_sold', 'not_accepted', 'cancelled', 'not_delivered', 'returned', 'exchanged', 'divided'`,
    );
  }

  private async kinds(db: QueryRunner, kinds: string): Promise<void> {
    await db.query(`
      alter table orders.line_change
        drop constraint line_change_kind,
        add constraint line_change_kind check (kind in (${kinds}))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await this.kinds(db, `'not_sold', 'not_accepted', 'cancelled', 'not_delivered', 'returned', 'exchanged'`);
    await db.query(`alter table orders."order" drop column part_of`);
  }
}

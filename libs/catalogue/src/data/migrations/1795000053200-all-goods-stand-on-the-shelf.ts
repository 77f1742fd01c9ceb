import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Goods of a general category stand on the shelf too, beside others of their category; and a row says how long it holds. */
export class AllGoodsStandOnTheShelf1795000053200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table catalogue.shelf
        alter column odop_entry_id drop not null,
        add column category_slug text,
        add column stale_on date`);
    await db.query(`create index shelf_newest_of_category on catalogue.shelf (category_slug, live_at, listing_id)`);
    await db.query(`create index shelf_stale on catalogue.shelf (stale_on) where stale_on is not null`);
    // The storefronts of what stands there are found by going over it once, as the next mend does.
    await db.query(`update catalogue.shelf set stale_on = '2026-01-01'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`delete from catalogue.shelf where odop_entry_id is null`);
    await db.query(`
      alter table catalogue.shelf
        alter column odop_entry_id set not null, drop column category_slug, drop column stale_on`);
  }
}

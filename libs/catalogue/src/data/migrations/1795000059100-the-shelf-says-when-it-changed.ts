import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Feeds and sitemaps are made from the shelf: a row says when it was last put there, so that who has the feed already is told so;
 * and its lot (the last letters of its id) puts it into one part of the sitemap, whatever comes and goes around it.
 */
export class TheShelfSaysWhenItChanged1795000059100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table catalogue.shelf add column changed_at timestamptz not null default clock_timestamp()`);
    await db.query(`create index shelf_changed on catalogue.shelf (changed_at)`);
    await db.query(`create index shelf_lot on catalogue.shelf (right(listing_id::text, 3), listing_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table catalogue.shelf drop column changed_at`);
    await db.query(`drop index catalogue.shelf_lot`);
  }
}

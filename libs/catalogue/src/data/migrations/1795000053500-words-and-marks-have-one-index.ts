import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words of goods and the marks by which they are narrowed stand in one index, of all goods and of the best: what has these
 * words in that State, or is of that district and has a GI, is found there without looking at the goods of either. Between the best
 * thousands and all goods stand the best tenth of a large shop, so that a search of which few of the best fit does not go to all.
 */
export class WordsAndMarksHaveOneIndex1795000053500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table catalogue.shelf add column is_upper boolean not null default false`);
    await db.query(`alter table catalogue.shelf_counted add column upper_standing integer not null default 0`);
    await db.query(`create index shelf_upper on catalogue.shelf (standing, listing_id) where is_upper`);
    await db.query(`drop index catalogue.shelf_tags, catalogue.shelf_words, catalogue.shelf_top_words`);
    await db.query(`create index shelf_words on catalogue.shelf using gin (words, tags) with (fastupdate = off)`);
    for (const best of ['top', 'upper']) {
      await db.query(
        `create index shelf_${best}_words on catalogue.shelf using gin (words, tags) with (fastupdate = off) where is_${best}`,
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index catalogue.shelf_words, catalogue.shelf_top_words`);
    await db.query(`alter table catalogue.shelf_counted drop column upper_standing`);
    await db.query(`alter table catalogue.shelf drop column is_upper`);
    await db.query(`create index shelf_tags on catalogue.shelf using gin (tags) with (fastupdate = off)`);
    await db.query(`create index shelf_words on catalogue.shelf using gin (words) with (fastupdate = off)`);
    await db.query(
      `create index shelf_top_words on catalogue.shelf using gin (words) with (fastupdate = off) where is_top`,
    );
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The shelf: one flat row for each of the goods everybody may see, made from the catalogue and thrown away at will
 * (`bazaar shelf rebuild`). Lists and searches read it alone, so that they cost the same at ten thousand goods and at a million.
 */
export class GoodsStandOnAShelf1795000053000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.shelf(db);
    await this.words(db);
    await db.query(`
      grant select, insert, update, delete
         on catalogue.shelf, catalogue.shelf_word, catalogue.shelf_phrase, catalogue.shelf_count to odop_app`);
  }

  private async shelf(db: QueryRunner): Promise<void> {
    await db.query(`
      create table catalogue.shelf (
        listing_id     uuid primary key constraint shelf_of_listing references catalogue.listing,
        seller_id      uuid not null,
        odop_entry_id  uuid not null,
        district_slug  text not null,
        state_code     text not null,
        live_at        timestamptz not null,
        price_paise    bigint not null,
        country_of_origin text not null,
        rating_tenths  smallint not null,
        complete_bp    smallint not null,
        in_stock       boolean not null,
        standing       integer not null,
        is_top         boolean not null,
        tags           text[] not null,
        words          tsvector not null,
        card           jsonb not null,
        constraint shelf_stars check (rating_tenths between 0 and 50),
        constraint shelf_complete check (complete_bp between 0 and 10000)
      )`);
    const orders = { newest: 'live_at', price: 'price_paise', rating: 'rating_tenths', origin: 'country_of_origin' };
    for (const [name, column] of Object.entries(orders)) {
      await db.query(`create index shelf_${name} on catalogue.shelf (${column}, listing_id)`);
      await db.query(`create index shelf_${name}_of_state on catalogue.shelf (state_code, ${column}, listing_id)`);
      await db.query(
        `create index shelf_${name}_of_district on catalogue.shelf (district_slug, ${column}, listing_id)`,
      );
    }
    await db.query(`create index shelf_newest_of_maker on catalogue.shelf (seller_id, live_at, listing_id)`);
    await db.query(`create index shelf_newest_of_entry on catalogue.shelf (odop_entry_id, live_at, listing_id)`);
    await db.query(`create index shelf_standing on catalogue.shelf (standing, listing_id)`);
    // No pending list: a search would read all of it.
    await db.query(`create index shelf_tags on catalogue.shelf using gin (tags) with (fastupdate = off)`);
    await db.query(`create index shelf_words on catalogue.shelf using gin (words) with (fastupdate = off)`);
    await db.query(
      `create index shelf_top_words on catalogue.shelf using gin (words) with (fastupdate = off) where is_top`,
    );
  }

  /** What is looked up before a search and while somebody types; and what was counted beforehand. */
  private async words(db: QueryRunner): Promise<void> {
    await db.query(`
      create table catalogue.shelf_word (
        word      text primary key constraint shelf_word_form check (word ~ '^[a-z0-9]+$'),
        listings  integer not null
      )`);
    await db.query(
      `create index shelf_word_trigrams on catalogue.shelf_word using gin (word gin_trgm_ops) with (fastupdate = off)`,
    );
    await db.query(`create index shelf_word_beginnings on catalogue.shelf_word (word text_pattern_ops)`);
    await db.query(`
      create table catalogue.shelf_phrase (
        kind      text not null constraint shelf_phrase_kind check (kind in ('product', 'goods', 'district')),
        phrase    text not null,
        sound     text not null,
        listings  integer not null,
        primary key (kind, phrase, sound)
      )`);
    await db.query(`create index shelf_phrase_beginnings on catalogue.shelf_phrase (sound text_pattern_ops)`);
    await db.query(`
      create table catalogue.shelf_count (
        scope       text not null,
        tag         text not null,
        listings    integer not null,
        counted_at  timestamptz not null,
        primary key (scope, tag)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table catalogue.shelf, catalogue.shelf_word, catalogue.shelf_phrase, catalogue.shelf_count`);
  }
}

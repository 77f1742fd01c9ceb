import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counts follow the shelf: whatever changes a row of it leaves a note of what the goods were counted under before and after,
 * in the same transaction and without touching a row that others touch; a clock adds the notes up. What was counted before is
 * counted anew at its next stroke.
 */
export class CountsFollowTheShelf1795000053400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table catalogue.shelf_change (
        id           bigint generated always as identity primary key,
        old_tags     text[] not null,
        new_tags     text[] not null,
        old_words    text[] not null,
        new_words    text[] not null,
        old_phrases  text[] not null,
        new_phrases  text[] not null
      )`);
    await this.notes(db);
    await db.query(`delete from catalogue.shelf_count`);
    await db.query(`alter table catalogue.shelf_count drop column counted_at`);
    await db.query(`
      create table catalogue.shelf_counted (
        only_one      boolean primary key default true constraint shelf_counted_once check (only_one),
        top_standing  integer not null,
        counted_at    timestamptz not null
      )`);
    await db.query(`create index shelf_top on catalogue.shelf (standing, listing_id) where is_top`);
    await db.query(`grant select, insert, delete on catalogue.shelf_change to odop_app`);
    await db.query(`grant select, insert, update on catalogue.shelf_counted to odop_app`);
  }

  /** Words and phrases stand in a note only when they changed: most changes are of price and stock. */
  private async notes(db: QueryRunner): Promise<void> {
    await db.query(`
      create function catalogue.shelf_phrases(card jsonb) returns text[] language sql immutable parallel safe as $$
        select array[card ->> 'kind', card ->> 'common_name', card ->> 'district_name'] $$`);
    await db.query(`
      create function catalogue.note_shelf_change() returns trigger language plpgsql as $$
        declare
          other_words boolean := old.words is distinct from new.words;
          other_phrases boolean := catalogue.shelf_phrases(old.card) is distinct from catalogue.shelf_phrases(new.card);
        begin
          insert into catalogue.shelf_change (old_tags, new_tags, old_words, new_words, old_phrases, new_phrases)
          values (coalesce(old.tags, '{}'), coalesce(new.tags, '{}'),
                  case when other_words then coalesce(tsvector_to_array(old.words), '{}') else '{}' end,
                  case when other_words then coalesce(tsvector_to_array(new.words), '{}') else '{}' end,
                  case when other_phrases and tg_op <> 'INSERT' then catalogue.shelf_phrases(old.card) else '{}' end,
                  case when other_phrases and tg_op <> 'DELETE' then catalogue.shelf_phrases(new.card) else '{}' end);
          return null;
        end $$`);
    await db.query(`
      create trigger shelf_row_comes after insert on catalogue.shelf
        for each row execute function catalogue.note_shelf_change()`);
    await db.query(`
      create trigger shelf_row_changes after update on catalogue.shelf
        for each row when (old.tags is distinct from new.tags or old.words is distinct from new.words
                        or old.card is distinct from new.card or old.standing <> new.standing)
        execute function catalogue.note_shelf_change()`);
    await db.query(`
      create trigger shelf_row_goes after delete on catalogue.shelf
        for each row execute function catalogue.note_shelf_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const when of ['comes', 'changes', 'goes']) {
      await db.query(`drop trigger shelf_row_${when} on catalogue.shelf`);
    }
    await db.query(`drop function catalogue.note_shelf_change()`);
    await db.query(`drop function catalogue.shelf_phrases(jsonb)`);
    await db.query(`drop index catalogue.shelf_top`);
    await db.query(`drop table catalogue.shelf_change, catalogue.shelf_counted`);
    await db.query(`delete from catalogue.shelf_count`);
    await db.query(`alter table catalogue.shelf_count add column counted_at timestamptz not null`);
  }
}

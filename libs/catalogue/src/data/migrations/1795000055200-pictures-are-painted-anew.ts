import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is shown of a picture is made of it by a job; what it looks like is kept to find copies (R-9.3, S-58). */
export class PicturesArePaintedAnew1795000055200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table catalogue.media
        add column state text not null default 'waiting'
            constraint media_state check (state in ('waiting', 'ready', 'broken')),
        add column fault text
            constraint media_fault check (fault in ('unreadable', 'incomplete', 'too_large', 'animated')),
        add column renditions jsonb not null default '[]',
        add constraint media_broken_says_why check ((state = 'broken') = (fault is not null))`);
    await db.query(`create index media_waiting on catalogue.media (uploaded_at) where state = 'waiting'`);
    await db.query(`grant update (width_px, height_px, state, fault, renditions) on catalogue.media to odop_app`);
    await db.query(`
      create table catalogue.media_print (
        media_id  uuid primary key constraint media_print_of_media references catalogue.media on delete cascade,
        prints    bytea not null,
        bands     integer[] not null
      )`);
    await db.query(`create index media_print_bands on catalogue.media_print using gin (bands)`);
    await db.query(`
      create table catalogue.media_likeness (
        media_id     uuid not null constraint media_likeness_of_media references catalogue.media on delete cascade,
        original_id  uuid not null constraint media_likeness_original references catalogue.media on delete cascade,
        distance     smallint not null constraint media_likeness_distance check (distance >= 0),
        found_at     timestamptz not null,
        primary key (media_id, original_id)
      )`);
    await db.query(`create index media_likeness_by_original on catalogue.media_likeness (original_id)`);
    await db.query(`grant select, insert on catalogue.media_print, catalogue.media_likeness to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table catalogue.media_likeness`);
    await db.query(`drop table catalogue.media_print`);
    await db.query(`
      alter table catalogue.media drop column state, drop column fault, drop column renditions`);
  }
}

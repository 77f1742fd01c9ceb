import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Search by sound in any script, the map of districts with its counts, and the places that support makers. */
export class SearchMapAndInfrastructure1795000030200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.search(db);
    await this.map(db);
    await this.infrastructure(db);
  }

  /** `search` holds names as they sound; the application writes it (`bazaar seed` fills what is empty). */
  private async search(db: QueryRunner): Promise<void> {
    for (const table of ['district', 'entry', 'gi']) {
      await db.query(`alter table odop.${table} add column search text not null default ''`);
      await db.query(`create index ${table}_search on odop.${table} using gin (search gin_trgm_ops)`);
    }
    await db.query(`
      drop index odop.district_name_trigrams, odop.district_alias_trigrams, odop.entry_product_trigrams,
        odop.gi_name_trigrams`);
    // A district's slug never changes, so an entry may carry it: the public list is in the order of one index.
    await db.query(`alter table odop.entry add column district_slug text`);
    await db.query(`update odop.entry e set district_slug = d.slug from odop.district d where d.id = e.district_id`);
    await db.query(`alter table odop.entry alter column district_slug set not null`);
    await db.query(`
      create index entry_public_order on odop.entry (district_slug, position, id) where state = 'live'`);
  }

  private async map(db: QueryRunner): Promise<void> {
    await db.query(`
      create table odop.district_boundary (
        district_id  uuid primary key constraint district_boundary_of_district references odop.district,
        geometry     json not null,
        source       text not null,
        as_of        text,
        imported_at  timestamptz not null
      )`);
    await db.query(`
      create table odop.district_counts (
        district_id  uuid primary key constraint district_counts_of_district references odop.district,
        makers       integer not null constraint district_counts_makers check (makers >= 0),
        listings     integer not null constraint district_counts_listings check (listings >= 0),
        counted_at   timestamptz not null
      )`);
    await db.query(`
      create table odop.entry_counts (
        entry_id    uuid primary key constraint entry_counts_of_entry references odop.entry,
        makers      integer not null constraint entry_counts_makers check (makers >= 0),
        listings    integer not null constraint entry_counts_listings check (listings >= 0),
        counted_at  timestamptz not null
      )`);
    await db.query(`
      grant select, insert, update on odop.district_boundary, odop.district_counts, odop.entry_counts to odop_app`);
  }

  private async infrastructure(db: QueryRunner): Promise<void> {
    await db.query(`
      create table odop.infrastructure (
        id             uuid primary key,
        slug           text not null constraint infrastructure_slug_once unique,
        kind           text not null constraint infrastructure_kind check
                       (kind in ('cluster', 'common_facility_centre', 'testing_lab', 'cold_chain', 'ekta_mall')),
        name           text not null,
        district_id    uuid not null constraint infrastructure_in_district references odop.district,
        status         text not null
                       constraint infrastructure_status check (status in ('sanctioned', 'being_built', 'working', 'closed')),
        latitude_deg   double precision,
        longitude_deg  double precision,
        is_sample      boolean not null,
        source         text not null,
        constraint infrastructure_point_is_whole check ((latitude_deg is null) = (longitude_deg is null))
      )`);
    await db.query(`create index infrastructure_by_district on odop.infrastructure (district_id)`);
    await db.query(`grant select, insert, update on odop.infrastructure to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table odop.infrastructure, odop.entry_counts, odop.district_counts, odop.district_boundary`);
    await db.query(`alter table odop.entry drop column district_slug`);
    for (const table of ['district', 'entry', 'gi']) await db.query(`alter table odop.${table} drop column search`);
    await db.query(`create index district_name_trigrams on odop.district using gin (lower(name) gin_trgm_ops)`);
    await db.query(`create index district_alias_trigrams on odop.district_alias using gin (lower(alias) gin_trgm_ops)`);
    await db.query(`create index entry_product_trigrams on odop.entry using gin (lower(product) gin_trgm_ops)`);
    await db.query(`create index gi_name_trigrams on odop.gi using gin (lower(name) gin_trgm_ops)`);
  }
}

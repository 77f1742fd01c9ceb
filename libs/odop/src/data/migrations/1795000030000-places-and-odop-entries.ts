import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PlacesAndOdopEntries1795000030000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create extension if not exists pg_trgm`);
    await db.query(`create schema odop`);
    await db.query(`grant usage on schema odop to odop_app`);
    await this.places(db);
    await this.pincodes(db);
    await this.gi(db);
    await this.entries(db);
    await this.views(db);
  }

  private async places(db: QueryRunner): Promise<void> {
    await db.query(`
      create table odop.state (
        code      text primary key constraint state_code check (code ~ '^IN-[A-Z]{2}$'),
        name      text not null,
        kind      text not null constraint state_kind check (kind in ('state', 'union_territory')),
        lgd_code  smallint not null constraint state_lgd_code_once unique,
        gst_code  text not null constraint state_gst_code_once unique,
        aka       text[] not null
      )`);
    await db.query(`
      create table odop.district (
        id             uuid primary key,
        slug           text not null constraint district_slug_once unique,
        state_code     text not null constraint district_in_state references odop.state,
        name           text not null,
        name_folded    text not null,
        lgd_code       integer constraint district_lgd_code_once unique
                       constraint district_lgd_code check (lgd_code between 1 and 999),
        lgd_source     text,
        latitude_deg   double precision,
        longitude_deg  double precision,
        point_source   text,
        parent_id      uuid constraint district_divided_from references odop.district,
        valid_from     date,
        valid_to       date,
        constraint district_point_is_whole check ((latitude_deg is null) = (longitude_deg is null)),
        constraint district_ends_after_it_begins check (valid_to > valid_from)
      )`);
    await db.query(
      `create unique index district_name_once on odop.district (state_code, name_folded) where valid_to is null`,
    );
    await db.query(`create index district_by_state on odop.district (state_code, slug)`);
    await db.query(`create index district_name_trigrams on odop.district using gin (lower(name) gin_trgm_ops)`);
    await db.query(`
      create table odop.district_alias (
        state_code    text not null constraint district_alias_in_state references odop.state,
        alias_folded  text not null,
        alias         text not null,
        district_id   uuid not null constraint district_alias_means_district references odop.district,
        primary key (state_code, alias_folded)
      )`);
    await db.query(`create index district_alias_by_district on odop.district_alias (district_id)`);
    await db.query(`create index district_alias_trigrams on odop.district_alias using gin (lower(alias) gin_trgm_ops)`);
    await db.query(`grant select, insert, update on odop.state, odop.district, odop.district_alias to odop_app`);
  }

  private async pincodes(db: QueryRunner): Promise<void> {
    await db.query(`
      create table odop.pincode (
        pincode      text primary key constraint pincode_form check (pincode ~ '^[1-9][0-9]{5}$'),
        district_id  uuid not null constraint pincode_in_district references odop.district,
        basis        text not null constraint pincode_basis
                     check (basis in ('agree', 'name', 'point', 'agree_presplit', 'name_presplit', 'point_presplit'))
      )`);
    await db.query(`create index pincode_by_district on odop.pincode (district_id)`);
    await db.query(`grant select, insert, update on odop.pincode to odop_app`);
  }

  private async gi(db: QueryRunner): Promise<void> {
    await db.query(`
      create table odop.gi (
        id              uuid primary key,
        slug            text not null constraint gi_slug_once unique,
        name            text not null,
        goods_class     text not null constraint gi_goods_class check
                        (goods_class in ('agricultural', 'food_stuff', 'handicraft', 'manufactured', 'natural_goods')),
        state_codes     text[] not null,
        application_no  integer constraint gi_application_no_once unique
                        constraint gi_application_no check (application_no between 1 and 99999),
        list_no         integer not null,
        source          text not null
      )`);
    await db.query(`create index gi_name_trigrams on odop.gi using gin (lower(name) gin_trgm_ops)`);
    await db.query(`grant select, insert, update on odop.gi to odop_app`);
  }

  private async entries(db: QueryRunner): Promise<void> {
    await db.query(`
      create table odop.entry (
        id                  uuid primary key,
        district_id         uuid not null constraint entry_of_district references odop.district,
        list                text not null
                            constraint entry_list check (list in ('dpiit_odop', 'pmfme_odop', 'state_odop', 'deh')),
        slug                text not null,
        product             text not null,
        sector              text not null constraint entry_sector check
                            (sector in ('agriculture', 'dairy', 'food_processing', 'handicrafts', 'handloom',
                                        'manufacturing', 'marine', 'textiles', 'others')),
        rank                text not null
                            constraint entry_rank check (rank in ('primary', 'secondary', 'tertiary', 'other')),
        position            smallint not null,
        gi_published        boolean not null,
        gi_override         boolean,
        gi_override_reason  text,
        takes_listings      boolean not null,
        state               text not null constraint entry_state check
                            (state in ('proposed', 'district_reviewed', 'state_approved', 'confirmed', 'live',
                                       'suspended', 'retired', 'rejected')),
        succeeds_id         uuid constraint entry_succeeds_entry references odop.entry,
        effective_from      date,
        effective_to        date,
        source              text not null,
        version             integer not null default 1,
        constraint entry_gi_override_has_reason check ((gi_override is null) = (gi_override_reason is null)),
        constraint entry_retired_has_end check (state <> 'retired' or effective_to is not null)
      )`);
    await db.query(`
      create unique index entry_live_once on odop.entry (district_id, list, slug) where state in ('live', 'suspended')`);
    await db.query(`create index entry_by_district on odop.entry (district_id, position, id)`);
    await db.query(`create index entry_product_trigrams on odop.entry using gin (lower(product) gin_trgm_ops)`);
    await db.query(`
      create table odop.entry_history (
        entry_id    uuid not null constraint entry_history_of_entry references odop.entry,
        seq         smallint not null constraint entry_history_counts_from_one check (seq >= 1),
        event       text not null,
        from_state  text,
        to_state    text not null,
        person_id   uuid,
        actor       text not null,
        reason      text not null,
        at          timestamptz not null,
        primary key (entry_id, seq)
      )`);
    await db.query(`grant select, insert, update on odop.entry to odop_app`);
    await db.query(`grant select, insert on odop.entry_history to odop_app`);
  }

  /** What other modules may read. */
  private async views(db: QueryRunner): Promise<void> {
    await db.query(`
      create view odop.v_state as select code, name, kind, lgd_code, gst_code from odop.state`);
    await db.query(`
      create view odop.v_district as
        select d.id, d.slug, d.name, d.state_code, s.name as state_name, s.gst_code, d.lgd_code,
               d.latitude_deg, d.longitude_deg, d.valid_from, d.valid_to
          from odop.district d join odop.state s on s.code = d.state_code`);
    await db.query(`
      create view odop.v_entry as
        select e.id, e.district_id, d.slug as district_slug, d.name as district_name, d.state_code, e.list, e.slug,
               e.product, e.sector, e.rank, coalesce(e.gi_override, e.gi_published) as gi, e.takes_listings, e.state,
               e.succeeds_id, e.effective_from, e.effective_to
          from odop.entry e join odop.district d on d.id = e.district_id`);
    await db.query(`
      create view odop.v_pincode as
        select p.pincode, p.district_id, d.slug as district_slug, d.state_code, p.basis
          from odop.pincode p join odop.district d on d.id = p.district_id`);
    await db.query(`
      create view odop.v_gi as select id, slug, name, goods_class, state_codes, application_no from odop.gi`);
    await db.query(
      `grant select on odop.v_state, odop.v_district, odop.v_entry, odop.v_pincode, odop.v_gi to odop_app`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop schema odop cascade`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GoodsOffersAndStock1795000050000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create extension if not exists pg_trgm`);
    await db.query(`create schema catalogue`);
    await db.query(`grant usage on schema catalogue to odop_app`);
    await this.listing(db);
    await this.pictures(db);
    await this.offer(db);
    await this.stock(db);
    await this.published(db);
  }

  private async listing(db: QueryRunner): Promise<void> {
    await db.query(`
      create table catalogue.listing (
        id                 uuid primary key,
        seller_id          uuid not null constraint listing_of_seller references sellers.seller,
        odop_entry_id      uuid not null constraint listing_of_odop_entry references odop.entry,
        district_id        uuid not null,
        state_code         text not null,
        title              text not null,
        description        text not null,
        common_name        text not null,
        brand              text,
        hsn                text not null constraint listing_hsn check (hsn ~ '^([0-9]{4}|[0-9]{6}|[0-9]{8})$'),
        gst_rate_key       text not null,
        unit               text not null,
        net_quantity       integer not null constraint listing_net_quantity check (net_quantity > 0),
        net_unit           text not null,
        handmade           text not null
                           constraint listing_handmade check (handmade in ('handmade', 'handloom', 'none')),
        country_of_origin  text not null
                           constraint listing_country_of_origin check (country_of_origin ~ '^[A-Z]{2}$'),
        weight_g           integer not null constraint listing_weight check (weight_g > 0),
        length_mm          integer,
        width_mm           integer,
        height_mm          integer,
        care               text,
        food               jsonb,
        fssai              text,
        search_text        text not null,
        state              text not null constraint listing_state check
                           (state in ('draft', 'in_review', 'changes_needed', 'live', 'out_of_stock', 'paused', 'blocked',
                                      'archived')),
        state_since        timestamptz not null,
        desk_id            uuid,
        above_desk_id      uuid,
        escalated_at       timestamptz,
        due_at             timestamptz,
        live_at            timestamptz,
        version            integer not null default 1,
        created_at         timestamptz not null,
        constraint listing_shown_was_live check (state not in ('live', 'out_of_stock') or live_at is not null),
        constraint listing_size_is_whole
          check ((length_mm is null) = (width_mm is null) and (width_mm is null) = (height_mm is null))
      )`);
    const shown = `where state in ('live', 'out_of_stock')`;
    await db.query(`create index listing_newest on catalogue.listing (live_at desc, id desc) ${shown}`);
    await db.query(
      `create index listing_newest_of_district on catalogue.listing (district_id, live_at desc, id desc) ${shown}`,
    );
    await db.query(
      `create index listing_newest_of_entry on catalogue.listing (odop_entry_id, live_at desc, id desc) ${shown}`,
    );
    await db.query(`create index listing_words on catalogue.listing using gin (search_text gin_trgm_ops) ${shown}`);
    await db.query(`create index listing_by_seller on catalogue.listing (seller_id, id)`);
    await db.query(`create index listing_by_desk on catalogue.listing (desk_id, state, state_since, id)`);
    await db.query(`create index listing_by_above_desk on catalogue.listing (above_desk_id, state, state_since, id)`);
    await db.query(`create index listing_due on catalogue.listing (due_at) where due_at is not null`);
    await db.query(`
      create table catalogue.listing_history (
        listing_id       uuid not null constraint listing_history_of_listing references catalogue.listing,
        seq              integer not null constraint listing_history_counts_from_one check (seq >= 1),
        event            text not null,
        from_state       text,
        to_state         text not null,
        person_id        uuid,
        organisation_id  uuid,
        actor            text not null,
        reason           text,
        at               timestamptz not null,
        primary key (listing_id, seq)
      )`);
    await db.query(`grant select, insert, update on catalogue.listing to odop_app`);
    await db.query(`grant select, insert on catalogue.listing_history to odop_app`);
  }

  private async pictures(db: QueryRunner): Promise<void> {
    await db.query(`
      create table catalogue.media (
        id            uuid primary key,
        seller_id     uuid not null constraint media_of_seller references sellers.seller,
        content_type  text not null
                      constraint media_content_type check (content_type in ('image/png', 'image/jpeg', 'image/webp')),
        size_bytes    integer not null constraint media_size check (size_bytes between 1 and 5242880),
        width_px      integer not null,
        height_px     integer not null,
        sha256        bytea not null,
        storage_key   text not null constraint media_storage_key_once unique,
        uploaded_at   timestamptz not null
      )`);
    await db.query(`create index media_by_seller on catalogue.media (seller_id, id)`);
    await db.query(`
      create table catalogue.listing_image (
        listing_id  uuid not null constraint listing_image_of_listing references catalogue.listing,
        position    smallint not null constraint listing_image_position check (position >= 1),
        media_id    uuid not null constraint listing_image_of_media references catalogue.media,
        alt         text not null,
        primary key (listing_id, position)
      )`);
    await db.query(`create index listing_image_by_media on catalogue.listing_image (media_id)`);
    await db.query(`grant select, insert on catalogue.media to odop_app`);
    await db.query(`grant select, insert, delete on catalogue.listing_image to odop_app`);
  }

  /** The CHECKs are the last wall against selling a piece twice (S-4). */
  private async offer(db: QueryRunner): Promise<void> {
    await db.query(`
      create table catalogue.offer (
        id            uuid primary key,
        listing_id    uuid not null constraint offer_of_listing references catalogue.listing,
        seller_id     uuid not null constraint offer_of_seller references sellers.seller,
        label         text not null,
        position      smallint not null,
        price_paise   bigint not null constraint offer_price check (price_paise > 0),
        mrp_paise     bigint not null,
        lead_days     integer not null constraint offer_lead check (lead_days between 0 and 365),
        min_quantity  integer not null,
        max_quantity  integer not null,
        on_hand       integer not null constraint offer_on_hand check (on_hand >= 0),
        reserved      integer not null default 0,
        is_withdrawn  boolean not null default false,
        version       integer not null default 1,
        constraint offer_within_mrp check (price_paise <= mrp_paise),
        constraint offer_quantities check (min_quantity between 1 and max_quantity),
        constraint offer_reserved check (reserved between 0 and on_hand)
      )`);
    await db.query(`create unique index offer_label_once on catalogue.offer (listing_id, label)`);
    await db.query(`create index offer_by_seller on catalogue.offer (seller_id, id)`);
    await db.query(`grant select, insert, update on catalogue.offer to odop_app`);
  }

  private async stock(db: QueryRunner): Promise<void> {
    await db.query(`
      create table catalogue.stock_hold (
        id          uuid primary key,
        offer_id    uuid not null constraint stock_hold_of_offer references catalogue.offer,
        cause_kind  text not null,
        cause_id    uuid not null,
        quantity    integer not null constraint stock_hold_quantity check (quantity > 0),
        state       text not null
                    constraint stock_hold_state check (state in ('held', 'released', 'committed', 'returned')),
        held_by     uuid,
        expires_at  timestamptz not null,
        made_at     timestamptz not null,
        ended_at    timestamptz
      )`);
    await db.query(`
      create unique index stock_hold_once on catalogue.stock_hold (cause_kind, cause_id, offer_id)
        where state in ('held', 'committed')`);
    await db.query(`create index stock_hold_of_offer_held on catalogue.stock_hold (offer_id) where state = 'held'`);
    await db.query(`create index stock_hold_expiring on catalogue.stock_hold (expires_at) where state = 'held'`);
    await db.query(`create index stock_hold_by_holder on catalogue.stock_hold (held_by) where state = 'held'`);
    await db.query(`
      create table catalogue.stock_movement (
        id          uuid primary key,
        offer_id    uuid not null constraint stock_movement_of_offer references catalogue.offer,
        kind        text not null constraint stock_movement_kind
                    check (kind in ('received', 'sold', 'returned', 'written_off')),
        change      integer not null constraint stock_movement_moves check (change <> 0),
        cause_kind  text,
        cause_id    uuid,
        person_id   uuid,
        at          timestamptz not null,
        constraint stock_movement_direction check ((change > 0) = (kind in ('received', 'returned')))
      )`);
    await db.query(`create index stock_movement_by_offer on catalogue.stock_movement (offer_id, id)`);
    await db.query(`grant select, insert, update on catalogue.stock_hold to odop_app`);
    await db.query(`grant select, insert on catalogue.stock_movement to odop_app`);
  }

  /** What other modules may read: goods, and what can be bought of them. */
  private async published(db: QueryRunner): Promise<void> {
    await db.query(`
      create view catalogue.v_listing as
        select id as listing_id, seller_id, odop_entry_id, district_id, state_code, state, title, common_name, brand, hsn,
               gst_rate_key, unit, handmade, country_of_origin, weight_g, live_at, version
          from catalogue.listing`);
    await db.query(`
      create view catalogue.v_offer as
        select o.id as offer_id, o.listing_id, o.seller_id, l.title, o.label, o.price_paise, o.mrp_paise, l.unit, l.hsn,
               l.gst_rate_key, l.handmade, l.weight_g, o.lead_days, o.min_quantity, o.max_quantity, l.odop_entry_id,
               l.district_id, s.state_code as seller_state_code, s.gst_status as seller_gst_status,
               s.manufacturer_key, o.on_hand - o.reserved as available,
               l.state = 'live' and not o.is_withdrawn and s.is_selling as is_for_sale, o.version
          from catalogue.offer o
          join catalogue.listing l on l.id = o.listing_id
          join sellers.v_seller s on s.seller_id = o.seller_id`);
    await db.query(`grant select on catalogue.v_listing, catalogue.v_offer to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop schema catalogue cascade`);
  }
}

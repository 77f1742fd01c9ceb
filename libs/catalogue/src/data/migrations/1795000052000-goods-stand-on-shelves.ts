import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Categories with what makes offers comparable; what a listing and an offer of today can say more than those of yesterday. */
export class GoodsStandOnShelves1795000052000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.category(db);
    await this.listing(db);
    await this.offer(db);
    await this.published(db);
  }

  private async category(db: QueryRunner): Promise<void> {
    await db.query(`
      create table catalogue.category (
        id                 uuid primary key,
        slug               text not null constraint category_slug_once unique,
        parent_id          uuid constraint category_of_parent references catalogue.category,
        name               text not null,
        description        text not null,
        position           integer not null,
        quadrant           text not null
                           constraint category_quadrant check (quadrant in ('q1', 'q2', 'q3', 'q4', 'q5', 'q6')),
        mse_reserved_from  date,
        is_food            boolean not null,
        is_toy             boolean not null,
        hsn                text[] not null,
        gst_rate_keys      text[] not null,
        parameters         jsonb not null,
        discount_min_bp    integer not null
                           constraint category_discount check (discount_min_bp between 0 and 9000),
        is_published       boolean not null,
        version            integer not null default 1,
        changed_at         timestamptz not null
      )`);
    await db.query(`create index category_by_parent on catalogue.category (parent_id, position)`);
    await db.query(`grant select, insert, update on catalogue.category to odop_app`);
    await db.query(`
      create view catalogue.v_category as
        select c.id as category_id, c.slug, c.name, c.parent_id, p.slug as parent_slug, c.quadrant, c.mse_reserved_from,
               c.is_food, c.is_toy, c.parameters, c.is_published and cardinality(c.hsn) > 0 as takes_listings
          from catalogue.category c left join catalogue.category p on p.id = c.parent_id`);
    await db.query(`grant select on catalogue.v_category to odop_app`);
  }

  private async listing(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table catalogue.listing
        alter column odop_entry_id drop not null,
        add column category_id      uuid constraint listing_of_category references catalogue.category,
        add column parameters       jsonb not null default '{}',
        add column declarations     jsonb not null default '{}',
        add column certifications   jsonb not null default '[]',
        add column translations     jsonb not null default '{}',
        add column serves_pins      text[],
        add column gift_wrap_paise  bigint constraint listing_gift_wrap check (gift_wrap_paise >= 0)`);
    await db.query(`create index listing_by_category on catalogue.listing (category_id, id)`);
  }

  private async offer(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table catalogue.offer
        add column options                 jsonb not null default '{}',
        add column sku                     text,
        add column gtin                    text constraint offer_gtin check (gtin ~ '^[0-9]{14}$'),
        add column is_made_to_order        boolean not null default false,
        add column quantity_breaks         jsonb not null default '[]',
        add column government_price_paise  bigint,
        add constraint offer_government_price
          check (government_price_paise > 0 and government_price_paise <= price_paise),
        add constraint offer_made_to_order_takes_time check (not is_made_to_order or lead_days >= 1)`);
    await db.query(
      `create unique index offer_options_once on catalogue.offer (listing_id, options)
        where options <> '{}' and not is_withdrawn`,
    );
    await db.query(
      `create unique index offer_sku_once on catalogue.offer (seller_id, sku) where sku is not null and not is_withdrawn`,
    );
    await db.query(
      `create unique index offer_gtin_once on catalogue.offer (seller_id, gtin) where gtin is not null and not is_withdrawn`,
    );
    await db.query(`
      create table catalogue.price_change (
        offer_id                uuid not null constraint price_change_of_offer references catalogue.offer,
        seq                     integer not null constraint price_change_counts_from_one check (seq >= 1),
        price_paise             bigint not null constraint price_change_price check (price_paise > 0),
        mrp_paise               bigint not null,
        government_price_paise  bigint,
        quantity_breaks         jsonb not null,
        person_id               uuid,
        at                      timestamptz not null,
        primary key (offer_id, seq)
      )`);
    await db.query(`grant select, insert on catalogue.price_change to odop_app`);
    // What was asked until now is the first line of the history of each.
    await db.query(`
      insert into catalogue.price_change (offer_id, seq, price_paise, mrp_paise, quantity_breaks, at)
      select o.id, 1, o.price_paise, o.mrp_paise, '[]', l.created_at
        from catalogue.offer o join catalogue.listing l on l.id = o.listing_id`);
  }

  /** As before, with more columns at the end; goods need not be under an entry. */
  private async published(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace view catalogue.v_listing as
        select id as listing_id, seller_id, odop_entry_id, district_id, state_code, state, title, common_name, brand, hsn,
               gst_rate_key, unit, handmade, country_of_origin, weight_g, live_at, version, category_id, parameters,
               serves_pins
          from catalogue.listing`);
    await db.query(`
      create or replace view catalogue.v_offer as
        select o.id as offer_id, o.listing_id, o.seller_id, l.title, o.label, o.price_paise, o.mrp_paise, l.unit, l.hsn,
               l.gst_rate_key, l.handmade, l.weight_g, o.lead_days, o.min_quantity, o.max_quantity, l.odop_entry_id,
               l.district_id, s.state_code as seller_state_code, s.gst_status as seller_gst_status,
               s.manufacturer_key, o.on_hand - o.reserved as available,
               l.state = 'live' and not o.is_withdrawn and s.is_selling
                 and not (s.hides_food and catalogue.is_food(l.hsn))
                 and not (s.hides_gi and coalesce((select e.gi from odop.v_entry e where e.id = l.odop_entry_id), false))
                 as is_for_sale, o.version,
               l.category_id, o.options, o.is_made_to_order, o.quantity_breaks, o.government_price_paise, l.serves_pins,
               l.gift_wrap_paise
          from catalogue.offer o
          join catalogue.listing l on l.id = o.listing_id
          join sellers.v_seller s on s.seller_id = o.seller_id`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table catalogue.price_change`);
    await db.query(`drop view catalogue.v_category`);
    // Views of other modules read these columns through v_offer and v_listing, and goods point to their shelf: they stay.
    await db.query(`alter table catalogue.listing drop constraint listing_of_category`);
    await db.query(`drop table catalogue.category`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `sellers.v_seller` and the goods, with what can be bought of each offer. */
const publishedOffer = (available: string) => `
  create or replace view catalogue.v_offer as
    select o.id as offer_id, o.listing_id, o.seller_id, l.title, o.label, o.price_paise, o.mrp_paise, l.unit, l.hsn,
           l.gst_rate_key, l.handmade, l.weight_g, o.lead_days, o.min_quantity, o.max_quantity, l.odop_entry_id,
           l.district_id, s.state_code as seller_state_code, s.gst_status as seller_gst_status,
           s.manufacturer_key, ${available} as available,
           l.state = 'live' and not o.is_withdrawn and s.is_selling
             and not (s.hides_food and catalogue.is_food(l.hsn))
             and not (s.hides_gi and coalesce((select e.gi from odop.v_entry e where e.id = l.odop_entry_id), false))
             as is_for_sale, o.version,
           l.category_id, o.options, o.is_made_to_order, o.quantity_breaks, o.government_price_paise, l.serves_pins,
           l.gift_wrap_paise
      from catalogue.offer o
      join catalogue.listing l on l.id = o.listing_id
      join sellers.v_seller s on s.seller_id = o.seller_id`;

/**
 * Pieces lie somewhere: what an offer has is the sum over the places of its seller. A seller's first place bears her own id, so
 * that nobody who has one shelf ever needs to know of places, and what is written in bulk needs no look-up.
 */
export class StockLiesInPlaces1795000056000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.tables(db);
    await this.holdsAndMovements(db);
    await this.moveIn(db);
    await db.query(
      publishedOffer(`(select coalesce(sum(k.on_hand - k.reserved), 0)::integer
                         from catalogue.stock_level k where k.offer_id = o.id)`),
    );
    await db.query(`
      alter table catalogue.offer
        drop column on_hand,
        drop column reserved,
        add column low_stock integer constraint offer_low_stock check (low_stock between 0 and 1000000)`);
    await db.query(`alter table catalogue.stock_location enable row level security`);
    await db.query(`alter table catalogue.stock_location force row level security`);
    await db.query(`
      create policy parties on catalogue.stock_location
        using (platform.may_see(seller_id)) with check (platform.may_see(seller_id))`);
    await db.query(`grant select, insert, update on catalogue.stock_location, catalogue.stock_level to odop_app`);
  }

  /** The CHECKs are the last wall against selling a piece twice (S-4). */
  private async tables(db: QueryRunner): Promise<void> {
    await db.query(`
      create table catalogue.stock_location (
        id           uuid primary key,
        seller_id    uuid not null constraint stock_location_of_seller references sellers.seller,
        name         text not null,
        pincode      text not null constraint stock_location_pincode check (pincode ~ '^[1-9][0-9]{5}$'),
        district_id  uuid not null,
        is_retired   boolean not null default false,
        made_at      timestamptz not null,
        constraint stock_location_first_stays check (not is_retired or id <> seller_id)
      )`);
    await db.query(
      `create unique index stock_location_name_once on catalogue.stock_location (seller_id, lower(name))
        where not is_retired`,
    );
    // Room on each page: a reservation changes the row where it stands and touches no index.
    await db.query(`
      create table catalogue.stock_level (
        offer_id     uuid not null constraint stock_level_of_offer references catalogue.offer,
        location_id  uuid not null constraint stock_level_of_location references catalogue.stock_location,
        on_hand      integer not null constraint stock_level_on_hand check (on_hand >= 0),
        reserved     integer not null default 0,
        is_closed    boolean not null default false,
        primary key (offer_id, location_id),
        constraint stock_level_reserved check (reserved between 0 and on_hand),
        constraint stock_level_closed_is_empty check (not is_closed or on_hand = 0)
      ) with (fillfactor = 70)`);
    await db.query(`create index stock_level_by_location on catalogue.stock_level (location_id, offer_id)`);
  }

  /** A hold may draw on several places: its parts are counted from one. A movement is one act, with a row for each place. */
  private async holdsAndMovements(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table catalogue.stock_hold
        add column part smallint not null default 1 constraint stock_hold_part check (part >= 1),
        add column location_id uuid`);
    await db.query(`
      alter table catalogue.stock_movement
        add column location_id uuid,
        add column reason text constraint stock_movement_reason check
          (reason in ('counted', 'made', 'found', 'returned', 'damaged', 'lost', 'sold_elsewhere', 'given_away')),
        add column note text,
        drop constraint stock_movement_kind,
        drop constraint stock_movement_direction,
        add constraint stock_movement_kind check (kind in ('received', 'sold', 'returned', 'written_off', 'moved')),
        add constraint stock_movement_direction
          check (kind = 'moved' or (change > 0) = (kind in ('received', 'returned')))`);
  }

  private async moveIn(db: QueryRunner): Promise<void> {
    await db.query(`
      insert into catalogue.stock_location (id, seller_id, name, pincode, district_id, made_at)
      select s.seller_id, s.seller_id, 'Workshop', s.pincode, s.district_id, platform.now() from sellers.v_seller s
       where exists (select from catalogue.offer o where o.seller_id = s.seller_id)`);
    await db.query(`
      insert into catalogue.stock_level (offer_id, location_id, on_hand, reserved)
      select id, seller_id, on_hand, reserved from catalogue.offer`);
    for (const table of ['stock_hold', 'stock_movement']) {
      await db.query(`
        update catalogue.${table} t set location_id = o.seller_id from catalogue.offer o where o.id = t.offer_id`);
      await db.query(`
        alter table catalogue.${table}
          alter column location_id set not null,
          drop constraint ${table}_of_offer,
          add constraint ${table}_of_level
            foreign key (offer_id, location_id) references catalogue.stock_level (offer_id, location_id)`);
    }
    await db.query(`alter table catalogue.stock_hold drop constraint stock_hold_pkey, add primary key (id, part)`);
    await db.query(`
      alter table catalogue.stock_movement
        drop constraint stock_movement_pkey, add primary key (id, offer_id, location_id)`);
    await db.query(`drop index catalogue.stock_hold_once`);
    await db.query(`
      create unique index stock_hold_once on catalogue.stock_hold (cause_kind, cause_id, offer_id, part)
        where state in ('held', 'committed')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table catalogue.offer
        drop column low_stock,
        add column on_hand integer not null default 0 constraint offer_on_hand check (on_hand >= 0),
        add column reserved integer not null default 0,
        add constraint offer_reserved check (reserved between 0 and on_hand)`);
    await db.query(`
      update catalogue.offer o set on_hand = k.on_hand, reserved = k.reserved
        from (select offer_id, sum(on_hand)::integer as on_hand, sum(reserved)::integer as reserved
                from catalogue.stock_level group by 1) k
       where k.offer_id = o.id`);
    await db.query(`alter table catalogue.offer alter column on_hand drop default`);
    await db.query(publishedOffer('o.on_hand - o.reserved'));
    await db.query(`drop index catalogue.stock_hold_once`);
    for (const table of ['stock_hold', 'stock_movement']) {
      await db.query(`alter table catalogue.${table} drop constraint ${table}_of_level, drop constraint ${table}_pkey`);
      await db.query(`alter table catalogue.${table} drop column location_id`);
      await db.query(
        `alter table catalogue.${table} add constraint ${table}_of_offer foreign key (offer_id) references catalogue.offer`,
      );
    }
    await this.asOnePlace(db);
    await db.query(`drop table catalogue.stock_level, catalogue.stock_location`);
  }

  /** Holds have one part again, movements one row, and none is from one place to another. */
  private async asOnePlace(db: QueryRunner): Promise<void> {
    await db.query(`
      update catalogue.stock_hold h set quantity = s.quantity
        from (select id, sum(quantity)::integer as quantity from catalogue.stock_hold group by 1) s
       where h.id = s.id and h.part = 1`);
    await db.query(`delete from catalogue.stock_hold where part > 1`);
    await db.query(`alter table catalogue.stock_hold drop column part, add primary key (id)`);
    await db.query(`
      create unique index stock_hold_once on catalogue.stock_hold (cause_kind, cause_id, offer_id)
        where state in ('held', 'committed')`);
    await db.query(`delete from catalogue.stock_movement where kind = 'moved'`);
    await db.query(`
      update catalogue.stock_movement m set id = gen_random_uuid()
        from (select ctid as at, row_number() over (partition by id) as n from catalogue.stock_movement) s
       where m.ctid = s.at and s.n > 1`);
    await db.query(`
      alter table catalogue.stock_movement
        drop column reason, drop column note,
        drop constraint stock_movement_kind, drop constraint stock_movement_direction,
        add primary key (id),
        add constraint stock_movement_kind check (kind in ('received', 'sold', 'returned', 'written_off')),
        add constraint stock_movement_direction check ((change > 0) = (kind in ('received', 'returned')))`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A maker's licence, certificate or declaration ended: the goods that need it are not for sale, the others are (SM-1). */
export class GoodsOfARestrictedMakerAreHidden1795000051500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // The same chapters as in domain/food.rules.ts; a test holds the two against each other.
    await db.query(`
      create function catalogue.is_food(hsn text) returns boolean language sql immutable parallel safe as $$
        select left(hsn, 2) in ('02', '03', '04', '07', '08', '09', '10', '11', '12', '13', '15', '16', '17', '18', '19',
                                '20', '21', '22')
      $$`);
    await db.query(`
      create or replace view catalogue.v_offer as
        select o.id as offer_id, o.listing_id, o.seller_id, l.title, o.label, o.price_paise, o.mrp_paise, l.unit, l.hsn,
               l.gst_rate_key, l.handmade, l.weight_g, o.lead_days, o.min_quantity, o.max_quantity, l.odop_entry_id,
               l.district_id, s.state_code as seller_state_code, s.gst_status as seller_gst_status,
               s.manufacturer_key, o.on_hand - o.reserved as available,
               l.state = 'live' and not o.is_withdrawn and s.is_selling
                 and not (s.hides_food and catalogue.is_food(l.hsn))
                 and not (s.hides_gi and (select e.gi from odop.v_entry e where e.id = l.odop_entry_id))
                 as is_for_sale, o.version
          from catalogue.offer o
          join catalogue.listing l on l.id = o.listing_id
          join sellers.v_seller s on s.seller_id = o.seller_id`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace view catalogue.v_offer as
        select o.id as offer_id, o.listing_id, o.seller_id, l.title, o.label, o.price_paise, o.mrp_paise, l.unit, l.hsn,
               l.gst_rate_key, l.handmade, l.weight_g, o.lead_days, o.min_quantity, o.max_quantity, l.odop_entry_id,
               l.district_id, s.state_code as seller_state_code, s.gst_status as seller_gst_status,
               s.manufacturer_key, o.on_hand - o.reserved as available,
               l.state = 'live' and not o.is_withdrawn and s.is_selling as is_for_sale, o.version
          from catalogue.offer o
          join catalogue.listing l on l.id = o.listing_id
          join sellers.v_seller s on s.seller_id = o.seller_id`);
    await db.query(`drop function catalogue.is_food(text)`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Others sell what a maker makes: their offers stand beside hers on her goods. What is for sale needs both, she who sells and she
 * who makes; and offers of one maker count as one manufacturer, whoever sells them.
 */
export class ResellersPairToGoods1795000056400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table catalogue.pairing (
        listing_id  uuid not null constraint pairing_of_listing references catalogue.listing,
        seller_id   uuid not null constraint pairing_of_seller references sellers.seller,
        maker_id    uuid not null,
        paired_at   timestamptz not null,
        ended_at    timestamptz,
        ended_by    text constraint pairing_ended_by check (ended_by in ('maker', 'reseller')),
        reason      text,
        primary key (listing_id, seller_id),
        constraint pairing_with_another check (seller_id <> maker_id),
        constraint pairing_end_is_whole check ((ended_at is null) = (ended_by is null))
      )`);
    await db.query(`create index pairing_by_seller on catalogue.pairing (seller_id, paired_at)`);
    await db.query(`grant select, insert, update on catalogue.pairing to odop_app`);
    await db.query(`alter table catalogue.pairing enable row level security`);
    await db.query(`alter table catalogue.pairing force row level security`);
    await db.query(`
      create policy parties on catalogue.pairing
        using (platform.may_see(seller_id, maker_id)) with check (platform.may_see(seller_id, maker_id))`);
    await db.query(`drop index catalogue.offer_label_once`);
    await db.query(`create unique index offer_label_once on catalogue.offer (listing_id, seller_id, label)`);
    await db.query(`drop index catalogue.offer_options_once`);
    await db.query(`
      create unique index offer_options_once on catalogue.offer (listing_id, seller_id, options)
        where options <> '{}' and not is_withdrawn`);
    await this.published(db);
  }

  private async published(db: QueryRunner): Promise<void> {
    const gi = `coalesce((select e.gi from odop.v_entry e where e.id = l.odop_entry_id), false)`;
    const sells = (who: string) =>
      `${who}.is_selling and not (${who}.hides_food and catalogue.is_food(l.hsn)) and not (${who}.hides_gi and ${gi})`;
    await db.query(`
      create or replace view catalogue.v_offer as
        select o.id as offer_id, o.listing_id, o.seller_id, l.title, o.label, o.price_paise, o.mrp_paise, l.unit, l.hsn,
               l.gst_rate_key, l.handmade, l.weight_g, o.lead_days, o.min_quantity, o.max_quantity, l.odop_entry_id,
               l.district_id, s.state_code as seller_state_code, s.gst_status as seller_gst_status,
               m.manufacturer_key,
               (select coalesce(sum(k.on_hand - k.reserved), 0)::integer
                  from catalogue.stock_level k where k.offer_id = o.id) as available,
               l.state = 'live' and not o.is_withdrawn and ${sells('s')} and ${sells('m')} as is_for_sale, o.version,
               l.category_id, o.options, o.is_made_to_order, o.quantity_breaks, o.government_price_paise, l.serves_pins,
               case when o.seller_id = l.seller_id then l.gift_wrap_paise end as gift_wrap_paise,
               l.seller_id as maker_id
          from catalogue.offer o
          join catalogue.listing l on l.id = o.listing_id
          join sellers.v_seller s on s.seller_id = o.seller_id
          join sellers.v_seller m on m.seller_id = l.seller_id`);
  }

  async down(db: QueryRunner): Promise<void> {
    // The view's last column stays: a view cannot lose one. Offers of resellers are hers who sells them still.
    await db.query(`drop table catalogue.pairing`);
  }
}

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { phrasesOf, readShown, shelfRowOf } from './shelf-source.js';

/** Of a search, the best so many goods are looked at first, then those among the best so many, and then all. */
export const top_goods = 16_000;
export const upper_goods = 128_000;

const idRow = z.object({ id: z.uuid() });

/** Writes the shelf: always from what the catalogue says now, so that twice told is once done and order does not matter. */
@Injectable()
export class Shelf {
  /**
   * Puts these goods on the shelf as they are now, and takes off those that are not to be seen.
   * @param listingIds  of whatever state; at most a few hundred
   */
  async put(tx: Tx, listingIds: readonly string[]): Promise<void> {
    if (listingIds.length === 0) return;
    await this.lockMakers(tx, listingIds);
    const goods = await readShown(tx, listingIds);
    const known = new Set(goods.map((one) => one.id));
    await this.takeOff(
      tx,
      listingIds.filter((id) => !known.has(id)),
    );
    if (goods.length === 0) return;
    const rows = goods.map(shelfRowOf);
    await tx.run(upsert, [JSON.stringify(rows)]);
    const words = new Set(rows.flatMap((row) => row.words.match(/(?<=')[a-z0-9]+(?=')/g) ?? []));
    await tx.run(
      `insert into catalogue.shelf_word (word, listings) select w, 0 from unnest($1::text[]) w order by w
       on conflict do nothing`,
      [[...words]],
    );
    await tx.run(
      `insert into catalogue.shelf_phrase (kind, phrase, sound, listings)
       select distinct r.kind, r.phrase, r.sound, 0
         from jsonb_to_recordset($1::jsonb) as r(kind text, phrase text, sound text) order by 1, 2, 3
       on conflict do nothing`,
      [JSON.stringify(goods.flatMap(phrasesOf))],
    );
  }

  /** A maker's listings after one, in id order: a batch for `put`. */
  async ofMaker(tx: Tx, sellerId: string, after: string | null, most: number): Promise<string[]> {
    const rows = await tx.many(
      idRow,
      `select id from catalogue.listing where seller_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
      [sellerId, after, most],
    );
    return rows.map((row) => row.id);
  }

  /** Goods of others that a seller offers too. @rule */
  async pairedBy(tx: Tx, sellerId: string): Promise<string[]> {
    const rows = await tx.many(
      idRow,
      `select distinct l.id from catalogue.offer o join catalogue.listing l on l.id = o.listing_id
        where o.seller_id = $1 and l.seller_id <> $1 order by 1`,
      [sellerId],
    );
    return rows.map((row) => row.id);
  }

  /** Takes off whatever stands there of a maker who does not sell, in one statement. @returns whether she sells */
  async hideUnlessSelling(tx: Tx, sellerId: string): Promise<boolean> {
    await tx.run(lock, [[sellerId]]);
    const maker = await tx.maybe(
      z.object({ is_selling: z.boolean() }),
      `select is_selling from sellers.v_seller where seller_id = $1`,
      [sellerId],
    );
    if (maker?.is_selling === true) return true;
    await tx.run(`delete from catalogue.shelf where seller_id = $1`, [sellerId]);
    return false;
  }

  private async takeOff(tx: Tx, listingIds: readonly string[]): Promise<void> {
    if (listingIds.length === 0) return;
    await tx.run(`delete from catalogue.shelf where listing_id = any($1::uuid[])`, [listingIds]);
  }

  /** Who reads a maker's goods to write the shelf waits for who has just done so: what is read later is written later. */
  private async lockMakers(tx: Tx, listingIds: readonly string[]): Promise<void> {
    const makers = await tx.many(
      idRow,
      `select distinct seller_id as id from catalogue.listing where id = any($1::uuid[])`,
      [listingIds],
    );
    await tx.run(lock, [makers.map((maker) => maker.id).sort()]);
  }
}

const lock = `
  select pg_advisory_xact_lock(hashtextextended('catalogue.shelf ' || m, 0)) from unnest($1::text[]) m`;

const upsert = `
  insert into catalogue.shelf as s (listing_id, seller_id, odop_entry_id, category_slug, district_slug, state_code, live_at, price_paise,
                                    country_of_origin, rating_tenths, rating_bp, complete_bp, in_stock, standing, is_top, is_upper, tags, words, card,
                                    stale_on)
  select r.listing_id, r.seller_id, r.odop_entry_id, r.category_slug, r.district_slug, r.state_code, r.live_at, r.price_paise,
         r.country_of_origin, r.rating_tenths, r.rating_bp, r.complete_bp, r.in_stock, r.standing,
         r.standing >= coalesce((select c.top_standing from catalogue.shelf_counted c), 0),
         r.standing >= coalesce((select c.upper_standing from catalogue.shelf_counted c), 0),
         r.tags, r.words::tsvector, r.card, r.stale_on
    from jsonb_to_recordset($1::jsonb) as r(listing_id uuid, seller_id uuid, odop_entry_id uuid, category_slug text,
           district_slug text, state_code text, live_at timestamptz, price_paise bigint, country_of_origin text, rating_tenths smallint, rating_bp smallint, complete_bp smallint,
           in_stock boolean, standing integer, tags text[], words text, card jsonb, stale_on date)
   order by r.listing_id
  on conflict (listing_id) do update
     set seller_id = excluded.seller_id, odop_entry_id = excluded.odop_entry_id,
         category_slug = excluded.category_slug, district_slug = excluded.district_slug,
         state_code = excluded.state_code, live_at = excluded.live_at, price_paise = excluded.price_paise,
         country_of_origin = excluded.country_of_origin, rating_tenths = excluded.rating_tenths, rating_bp = excluded.rating_bp, complete_bp = excluded.complete_bp, in_stock = excluded.in_stock,
         standing = excluded.standing, is_top = excluded.is_top, is_upper = excluded.is_upper, tags = excluded.tags, words = excluded.words,
         card = excluded.card, stale_on = excluded.stale_on,
         changed_at = case when (s.seller_id, s.price_paise, s.in_stock, s.rating_bp, s.tags, s.words, s.card)
                             is not distinct from (excluded.seller_id, excluded.price_paise, excluded.in_stock,
                                                   excluded.rating_bp, excluded.tags, excluded.words, excluded.card)
                           then s.changed_at else clock_timestamp() end`;

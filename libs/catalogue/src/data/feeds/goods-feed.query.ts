import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { hasFree } from '../stock.sql.js';
import { parameterValues } from '../listings.repository.js';

/** Goods read at a time: little enough that other questions on the line need not wait. */
const batch = 200;

const stateRow = z.object({ goods: z.number(), digest: z.string() });
/**
 * What stands on the shelf. The digest is of all goods and their times of change: what leaves is seen, and who commits late,
 * with an earlier time than the last.
 */
export type ShelfState = z.infer<typeof stateRow>;

const amount = z.number().transform(BigInt);
const goodsRow = z.object({
  id: z.uuid(),
  title: z.string(),
  description: z.string(),
  brand: z.string().nullable(),
  hsn: z.string(),
  country_of_origin: z.string(),
  weight_g: z.number(),
  serves_pins: z.array(z.string()).nullable(),
  parameters: parameterValues,
  category_slug: z.string().nullable(),
  product: z.string().nullable(),
  district_name: z.string(),
  state_name: z.string(),
  images: z.array(z.uuid()),
  offers: z.array(
    z.object({
      id: z.uuid(),
      label: z.string(),
      price_paise: amount,
      mrp_paise: amount,
      options: z.record(z.string(), z.string()),
      gtin: z.string().nullable(),
      in_stock: z.boolean(),
    }),
  ),
});
/** Goods as feeds tell them. */
export type FeedGoods = z.infer<typeof goodsRow>;

const addressRow = z.object({ id: z.uuid(), title: z.string(), changed_at: z.date() });
/** A page of goods for a sitemap. */
export type GoodsAddress = z.infer<typeof addressRow>;

const categoryRow = z.object({ slug: z.string(), path: z.array(z.string()) });

/** All goods of the shop, a batch at a time: as much memory at a million as at a hundred. */
@Injectable()
export class GoodsFeedQuery {
  constructor(private readonly read: ReadClient) {}

  async state(): Promise<ShelfState> {
    const row = await this.read.maybe(
      stateRow,
      `select count(*)::integer as goods,
              coalesce(bit_xor(uuid_hash_extended(listing_id, (extract(epoch from changed_at) * 1000000)::bigint)), 0)::text as digest
         from catalogue.shelf`,
    );
    return row!;
  }

  /** Names of the shelves down to each category. */
  async paths(): Promise<Map<string, string[]>> {
    const rows = await this.read.many(
      categoryRow,
      `with recursive down as (
         select category_id, slug, array[name] as path from catalogue.v_category where parent_id is null
         union all
         select c.category_id, c.slug, d.path || c.name from catalogue.v_category c join down d on d.category_id = c.parent_id)
       select slug, path from down`,
    );
    return new Map(rows.map((row) => [row.slug, row.path]));
  }

  /** Everything on the shelf that its maker still shows, in the order of ids. */
  async *goods(): AsyncGenerator<FeedGoods[]> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await this.read.many(goodsRow, feedBatch, [after, batch]);
      if (rows.length > 0) yield rows;
      if (rows.length < batch) return;
      after = rows.at(-1)!.id;
    }
  }

  /**
   * Addresses of the goods of one part of the sitemap.
   * @param part  which of them, from 0
   * @param parts  into how many parts all goods are dealt by lot, a power of two up to 4,096
   * @param most  addresses at most
   */
  async *addresses(part: number, parts: number, most: number): AsyncGenerator<GoodsAddress[]> {
    const lot = (n: number): string => (n < 4_096 ? n.toString(16).padStart(3, '0') : 'g');
    const [from, before] = [lot((part * 4_096) / parts), lot(((part + 1) * 4_096) / parts)];
    let key: [string, string] = [from, '00000000-0000-0000-0000-000000000000'];
    for (let left = most; left > 0;) {
      const size = Math.min(left, 5 * batch);
      const rows: GoodsAddress[] = await this.read.many(addressRow, addressBatch, [...key, before, size]);
      if (rows.length > 0) yield rows;
      if (rows.length < size) return;
      left -= rows.length;
      const { id } = rows.at(-1)!;
      key = [id.slice(-3), id];
    }
  }
}

/** What makers themselves offer; resellers stand on the page. $1 after this id, $2 how many */
export const feedBatch = `
  select l.id, l.title, l.description, l.brand, l.hsn, l.country_of_origin, l.weight_g, l.serves_pins, l.parameters,
         f.category_slug, f.card ->> 'product' as product, f.card ->> 'district_name' as district_name,
         f.card ->> 'state_name' as state_name,
         array(select m.media_id from catalogue.listing_image m where m.listing_id = l.id order by m.position limit 11) as images,
         (select coalesce(jsonb_agg(jsonb_build_object(
                   'id', o.id, 'label', o.label, 'price_paise', o.price_paise, 'mrp_paise', o.mrp_paise, 'options', o.options,
                   'gtin', o.gtin, 'in_stock', l.state = 'live' and ${hasFree('o.id')}) order by o.position, o.id), '[]')
            from catalogue.offer o
           where o.listing_id = l.id and o.seller_id = l.seller_id and not o.is_withdrawn) as offers
    from (select listing_id, category_slug, card from catalogue.shelf where listing_id > $1 order by listing_id limit $2) f
    join catalogue.listing l on l.id = f.listing_id
   order by l.id`;

/** $1 and $2 after this lot and id, $3 before this lot, $4 how many */
export const addressBatch = `
  select listing_id as id, card ->> 'title' as title, changed_at from catalogue.shelf
   where (right(listing_id::text, 3), listing_id) > ($1, $2::uuid) and right(listing_id::text, 3) < $3
   order by right(listing_id::text, 3), listing_id limit $4`;

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { PackedLine, WantedPieces } from '../domain/packing.js';

/** Most different goods of one list; who has more packs these first. */
export const pick_rows_max = 500;

const wanted = z.object({
  offer_id: z.uuid(),
  title: z.string(),
  variant: z.string().nullable(),
  pieces: z.number(),
  wrapped: z.number(),
  orders: z.number(),
  to_make: z.boolean(),
});

const packed = z.object({
  line_id: z.uuid(),
  title: z.string(),
  variant: z.string().nullable(),
  pieces: z.number(),
  is_wrapped: z.boolean(),
  to_make: z.boolean(),
  weight_g: z.number(),
});

/** What a maker has to take from her shelf, and what goes into a parcel. */
@Injectable()
export class PackingQuery {
  /** The pieces of a maker's orders she has taken and not packed, those that must wait left out, by title. @rule SM-4 */
  async shelf(tx: Tx, sellerId: string): Promise<{ rows: WantedPieces[]; hasMore: boolean }> {
    const rows = await tx.many(
      wanted,
      `select l.offer_id, max(l.title) as title, max(v.label) as variant, sum(l.quantity - l.gone_quantity)::integer as pieces,
              coalesce(sum(l.quantity - l.gone_quantity) filter (where l.wrap_paise is not null), 0)::integer as wrapped,
              count(distinct o.id)::integer as orders, l.to_make
         from orders."order" o
         join orders.order_line l on l.order_id = o.id
         left join catalogue.v_offer v on v.offer_id = l.offer_id
        where o.seller_id = $1 and o.state = 'confirmed' and o.held_why is null and l.quantity > l.gone_quantity
        group by l.offer_id, l.to_make order by max(l.title), max(v.label), l.offer_id, l.to_make limit $2`,
      [sellerId, pick_rows_max + 1],
    );
    return { rows: rows.slice(0, pick_rows_max), hasMore: rows.length > pick_rows_max };
  }

  /** The lines of an order's parcel, without pieces that are gone. */
  parcel(tx: Tx, orderId: string): Promise<PackedLine[]> {
    return tx.many(
      packed,
      `select l.id as line_id, l.title, v.label as variant, l.quantity - l.gone_quantity as pieces,
              l.wrap_paise is not null as is_wrapped, l.to_make, (l.quantity - l.gone_quantity) * l.weight_g as weight_g
         from orders.order_line l
         left join catalogue.v_offer v on v.offer_id = l.offer_id
        where l.order_id = $1 and l.quantity > l.gone_quantity order by l.id`,
      [orderId],
    );
  }
}

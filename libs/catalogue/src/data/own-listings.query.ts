import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { paiseColumn } from '#platform/money';
import { foodDetails, handmades, units } from '../domain/listing-content.js';
import { certification, declarations } from '../domain/declarations.js';
import { pictureFaults, pictureStates } from '../domain/broken-picture.js';
import { fail } from '../domain/listing.errors.js';
import { blockGrounds, listingStates, type ListingState } from '../domain/listing.states.js';
import { parameterValues } from './listings.repository.js';
import { Offers, type Offer } from './offers.repository.js';

const lineRow = z.object({
  id: z.uuid(),
  title: z.string(),
  state: z.enum(listingStates.names),
  state_since: z.date(),
  since_key: z.string(),
  due_at: z.date().nullable(),
  escalated_at: z.date().nullable(),
  seller_id: z.uuid(),
  seller_name: z.string(),
  /** The ODOP product; null for goods of a general category. */
  product: z.string().nullable(),
  version: z.number(),
});
/** A line of the maker's or the officer's list. */
export type ListingLine = z.infer<typeof lineRow>;

const fullRow = lineRow.extend({
  odop_entry_id: z.uuid().nullable(),
  category: z.string().nullable(),
  parameters: parameterValues,
  declarations,
  certifications: z.array(certification),
  translations: z.record(z.string(), z.object({ title: z.string(), description: z.string() })),
  serves_pins: z.array(z.string()).nullable(),
  gift_wrap_paise: paiseColumn.nullable(),
  description: z.string(),
  common_name: z.string(),
  brand: z.string().nullable(),
  hsn: z.string(),
  gst_rate_key: z.string(),
  unit: z.enum(units),
  net_quantity: z.number(),
  net_unit: z.enum(units),
  handmade: z.enum(handmades),
  country_of_origin: z.string(),
  weight_g: z.number(),
  length_mm: z.number().nullable(),
  width_mm: z.number().nullable(),
  height_mm: z.number().nullable(),
  care: z.string().nullable(),
  food: foodDetails.nullable(),
  live_at: z.date().nullable(),
  blocked_for: z.enum(blockGrounds).nullable(),
  images: z.array(
    z.object({
      media_id: z.uuid(),
      alt: z.string(),
      state: z.enum(pictureStates),
      fault: z.enum(pictureFaults).nullable(),
    }),
  ),
  history: z.array(
    z.object({
      event: z.string(),
      to_state: z.enum(listingStates.names),
      reason: z.string().nullable(),
      at: z.coerce.date(),
    }),
  ),
});
/** A listing with all its maker wrote, its stock and what happened to it. */
export type OwnListing = z.infer<typeof fullRow> & { offers: readonly Offer[] };

/** Sort keys: the maker's list by id, newest first; the desk's by waiting time, longest first. */
export const ownListingKey = z.tuple([z.uuid()]);
export const deskListingKey = z.tuple([z.string(), z.uuid()]);

const line = `
  l.id, l.title, l.state, l.state_since, l.state_since::text as since_key, l.due_at, l.escalated_at, l.seller_id,
  s.name as seller_name, e.product, l.version`;
const from = `
  from catalogue.listing l
  join sellers.v_seller s on s.seller_id = l.seller_id
  left join odop.v_entry e on e.id = l.odop_entry_id`;

/** On the caller's desk: hers, or one below that was silent too long. @rule S-42 SM-3 */
const onDesk = `(l.desk_id = $1 or (l.above_desk_id = $1 and l.escalated_at is not null))`;

@Injectable()
export class OwnListingsQuery {
  constructor(private readonly offers: Offers) {}

  /** The caller's own listings, newest first. @rule S-42 */
  own(tx: Tx, state: ListingState | null, request: PageRequest<z.infer<typeof ownListingKey>>): Promise<ListingLine[]> {
    const part = keyset(request, ['l.id'], 'desc', 3);
    return tx.many(
      lineRow,
      `select ${line} ${from} where l.seller_id = $1 and ($2::text is null or l.state = $2) ${part.where}
        order by ${part.orderBy} limit ${part.limit}`,
      [tx.actor.organisationId, state, ...part.values],
    );
  }

  /** Listings in a state on the caller's desk, the longest waiting first. @rule S-42 */
  onDesk(tx: Tx, state: ListingState, request: PageRequest<z.infer<typeof deskListingKey>>): Promise<ListingLine[]> {
    const part = keyset(request, ['l.state_since', 'l.id'], 'asc', 3);
    return tx.many(
      lineRow,
      `select ${line} ${from} where ${onDesk} and l.state = $2 ${part.where}
        order by ${part.orderBy} limit ${part.limit}`,
      [tx.actor.organisationId, state, ...part.values],
    );
  }

  /** One of the caller's own. @throws listing_unknown (404) @rule S-42 */
  oneOwn(tx: Tx, id: string): Promise<OwnListing> {
    return this.one(tx, id, 'l.seller_id = $1');
  }

  /** One on the caller's desk. @throws listing_unknown (404) @rule S-42 */
  oneOnDesk(tx: Tx, id: string): Promise<OwnListing> {
    return this.one(tx, id, onDesk);
  }

  /** Listings whose review is overdue, the longest first, for the sweep. @rule SM-3 */
  due(tx: Tx, limit: number): Promise<string[]> {
    return ids(tx, `select id from catalogue.listing where due_at <= $1 order by due_at limit $2`, limit);
  }

  /** Holds whose time is over, the longest first, for the sweep. @rule S-4 */
  expiredHolds(tx: Tx, limit: number): Promise<string[]> {
    return ids(
      tx,
      `select id from catalogue.stock_hold where state = 'held' and expires_at <= $1 order by expires_at limit $2`,
      limit,
    );
  }

  private async one(tx: Tx, id: string, whose: string): Promise<OwnListing> {
    const row = await tx.maybe(
      fullRow,
      `select ${line}, l.odop_entry_id, l.description, l.common_name, l.brand, l.hsn, l.gst_rate_key, l.unit,
              l.net_quantity, l.net_unit, l.handmade, l.country_of_origin, l.weight_g, l.length_mm, l.width_mm,
              l.height_mm, l.care, l.food, l.live_at, l.blocked_for, l.parameters, l.declarations, l.certifications, l.translations, l.serves_pins,
              l.gift_wrap_paise, (select c.slug from catalogue.category c where c.id = l.category_id) as category,
              (select coalesce(jsonb_agg(jsonb_build_object('media_id', m.media_id, 'alt', m.alt, 'state', f.state, 'fault', f.fault)
                                         order by m.position), '[]')
                 from catalogue.listing_image m join catalogue.media f on f.id = m.media_id where m.listing_id = l.id) as images,
              (select jsonb_agg(jsonb_build_object('event', h.event, 'to_state', h.to_state, 'reason', h.reason, 'at', h.at)
                                order by h.seq)
                 from (select * from catalogue.listing_history where listing_id = l.id order by seq desc limit 100) h) as history
         ${from} where ${whose} and l.id = $2`,
      [tx.actor.organisationId, id],
    );
    if (!row) throw fail('listing_unknown');
    return { ...row, offers: (await this.offers.ofListing(tx, id)).slice(0, 100) };
  }
}

async function ids(tx: Tx, sql: string, limit: number): Promise<string[]> {
  return (await tx.many(z.object({ id: z.uuid() }), sql, [tx.now, limit])).map((row) => row.id);
}

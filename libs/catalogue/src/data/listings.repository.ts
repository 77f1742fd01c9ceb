import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { certification, declarations } from '../domain/declarations.js';
import { fail } from '../domain/listing.errors.js';
import { ListingRestocked, ListingResumed, ListingSoldOut } from '../domain/listing.events.js';
import {
  blockGrounds,
  listingStates,
  shownStates,
  type ListingEvent,
  type ListingState,
} from '../domain/listing.states.js';
import { ListingEntity, ListingImageEntity } from './listing.entity.js';
import { newGoods } from './new-goods.sql.js';

/** A maker's answers by key. */
export const parameterValues = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const listingRow = z.object({
  id: z.uuid(),
  seller_id: z.uuid(),
  odop_entry_id: z.uuid().nullable(),
  category_id: z.uuid().nullable(),
  parameters: parameterValues,
  declarations,
  certifications: z.array(certification),
  country_of_origin: z.string(),
  district_id: z.uuid(),
  state_code: z.string(),
  title: z.string(),
  hsn: z.string(),
  gst_rate_key: z.string(),
  handmade: z.enum(['handmade', 'handloom', 'none']),
  food: z.unknown(),
  state: z.enum(listingStates.names),
  state_since: z.date(),
  blocked_for: z.enum(blockGrounds).nullable(),
  desk_id: z.uuid().nullable(),
  above_desk_id: z.uuid().nullable(),
  escalated_at: z.date().nullable(),
  due_at: z.date().nullable(),
  live_at: z.date().nullable(),
  version: z.number(),
});
export type Listing = z.infer<typeof listingRow>;

const columns = Object.keys(listingRow.shape).join(', ');

/** What the maker's words become in the row. */
export type ListingWords = Pick<Listing, 'declarations' | 'certifications'> &
  Omit<
    ListingEntity,
    | 'declarations'
    | 'certifications'
    | 'id'
    | 'seller_id'
    | 'district_id'
    | 'state_code'
    | 'fssai'
    | 'state'
    | 'blocked_for'
    | 'state_since'
    | 'desk_id'
    | 'above_desk_id'
    | 'escalated_at'
    | 'due_at'
    | 'live_at'
    | 'version'
    | 'created_at'
  >;

/** Goods that are not there yet. */
export type NewListing = ListingWords & Pick<ListingEntity, 'id' | 'seller_id' | 'district_id' | 'state_code'>;

export type ListingChange = Partial<
  Pick<ListingEntity, 'desk_id' | 'above_desk_id' | 'escalated_at' | 'live_at' | 'fssai' | 'blocked_for'>
>;

/** Listings as roots: every step locks one, moves it, and writes what happened. */
@Injectable()
export class Listings {
  /** Drafts, with the first line of their history, in one statement for each. */
  async add(tx: Tx, drafts: readonly NewListing[]): Promise<void> {
    const fresh = { fssai: null, state: listingStates.initial, live_at: null, created_at: tx.now };
    await tx.run(newGoods.listings, [JSON.stringify(drafts.map((one) => ({ ...one, ...fresh }))), tx.now]);
    const { personId, organisationId, label } = tx.actor;
    await tx.run(newGoods.history, [drafts.map((one) => one.id), 'draft', personId, organisationId, label, null]);
  }

  async rewrite(tx: Tx, listing: Listing, words: ListingWords & ListingChange): Promise<void> {
    await tx.manager
      .createQueryBuilder()
      .update(ListingEntity)
      .set({ ...words, version: listing.version + 1 })
      .where('id = :id', { id: listing.id })
      .execute();
    await this.write(tx, listing.id, 'rewrite', listing.state, listing.state, null);
  }

  /** The listing, held until the transaction ends, for the system's own work. @throws listing_unknown */
  async lock(tx: Tx, id: string): Promise<Listing> {
    const listing = await tx.maybe(listingRow, `select ${columns} from catalogue.listing where id = $1 for update`, [
      id,
    ]);
    if (!listing) throw fail('listing_unknown');
    return listing;
  }

  /** One of the caller's own. @throws listing_unknown (404) @rule S-42 */
  async lockOwn(tx: Tx, id: string): Promise<Listing> {
    const listing = await this.lock(tx, id);
    if (listing.seller_id !== tx.actor.organisationId) throw fail('listing_unknown');
    return listing;
  }

  /** One on the caller's desk, or escalated to it. @throws listing_unknown (404) @rule S-42 SM-3 */
  async lockOnDesk(tx: Tx, id: string): Promise<Listing> {
    const listing = await this.lock(tx, id);
    const office = tx.actor.organisationId;
    const above = listing.escalated_at ? listing.above_desk_id : null;
    if (office === null || (office !== listing.desk_id && office !== above)) throw fail('listing_unknown');
    return listing;
  }

  /** An officer may belong to a maker of her district: then a colleague decides. Memberships are read as herself. @throws own_goods (403) @rule S-28 */
  async assertOthers(tx: Tx, sellerId: string): Promise<void> {
    const sql = `select 1 from identity.v_membership where person_id = $1 and organisation_id = $2`;
    if ((await tx.run(sql, [tx.actor.personId, sellerId])) > 0) throw fail('own_goods');
  }

  /** Who described goods for their maker leaves the decision to somebody else. @throws own_words (403) @rule S-28 */
  async assertNotWritten(tx: Tx, listingId: string): Promise<void> {
    const sql = `select 1 from catalogue.listing_history where listing_id = $1 and event = 'draft' and person_id = $2`;
    if ((await tx.run(sql, [listingId, tx.actor.personId])) > 0) throw fail('own_words');
  }

  /**
   * One step of SM-3: the state, its deadline, what else the step changes, and a line of history.
   * @throws illegal_transition (409)
   */
  async move(
    tx: Tx,
    listing: Pick<Listing, 'id' | 'state' | 'version'>,
    event: ListingEvent,
    step: { due_at?: Date; reason?: string; change?: ListingChange } = {},
  ): Promise<ListingState> {
    const to = listingStates.next(listing.state, event);
    await tx.manager
      .createQueryBuilder()
      .update(ListingEntity)
      .set({
        blocked_for: null,
        ...step.change,
        state: to,
        state_since: tx.now,
        due_at: step.due_at ?? null,
        version: listing.version + 1,
      })
      .where('id = :id', { id: listing.id })
      .execute();
    await this.write(tx, listing.id, event, listing.state, to, step.reason ?? null);
    tx.audit({
      action: `catalogue.${event}`,
      object: { kind: 'listing', id: listing.id },
      before: { state: listing.state },
      after: { state: to },
      reason: step.reason,
    });
    return to;
  }

  /** Goods that everybody may see. @throws listing_unknown (404) @rule S-42 */
  async lockShown(tx: Tx, id: string): Promise<Listing> {
    const listing = await this.lock(tx, id);
    if (!shownStates.includes(listing.state)) throw fail('listing_unknown');
    return listing;
  }

  /** Somebody else begins to sell it; what it says stays as it is. @throws illegal_transition (409) @rule SM-3 */
  async pair(tx: Tx, listing: Listing): Promise<void> {
    const to = listingStates.next(listing.state, 'pair');
    await this.write(tx, listing.id, 'pair', listing.state, to, null);
    tx.audit({ action: 'catalogue.pair', object: { kind: 'listing', id: listing.id } });
  }

  /** The maker changed what needs no review. @rule SM-3 */
  async edit(tx: Tx, listing: Listing): Promise<void> {
    const to = listing.state === 'live' ? listingStates.next(listing.state, 'edit') : listing.state;
    await tx.run(`update catalogue.listing set version = version + 1 where id = $1`, [listing.id]);
    await this.write(tx, listing.id, 'edit', listing.state, to, null);
    tx.audit({ action: 'catalogue.edit', object: { kind: 'listing', id: listing.id } });
  }

  /** A new version came to nothing: the old one goes on, and is shown again when it was hidden meanwhile. @rule SM-3 */
  async keep(tx: Tx, listing: Listing, reason: string | null): Promise<void> {
    if (listing.state !== 'in_review') return;
    await this.move(tx, listing, 'keep', reason === null ? {} : { reason });
    await this.followStock(tx, [listing.id]);
    tx.emit(ListingResumed, { listingId: listing.id, sellerId: listing.seller_id });
  }

  /** The wait is over and the desk above is told; the state stays. @rule SM-3 */
  async escalate(tx: Tx, listing: Listing): Promise<void> {
    await tx.run(`update catalogue.listing set escalated_at = $2, due_at = null, version = version + 1 where id = $1`, [
      listing.id,
      tx.now,
    ]);
    await this.write(tx, listing.id, 'escalate', listing.state, listing.state, null);
  }

  /**
   * Shows live goods as sold out when the last piece is gone, and back when there are some again. The rows are locked
   * before their stock is read, so that of two last pieces sold at once the later sale sees both.
   * @rule SM-3
   */
  async followStock(tx: Tx, listingIds: readonly string[]): Promise<void> {
    if (listingIds.length === 0) return;
    const listings = await tx.many(
      listingRow.pick({ id: true, seller_id: true, state: true, version: true }),
      `select id, seller_id, state, version from catalogue.listing
        where id = any($1::uuid[]) and state in ('live', 'out_of_stock') order by id for update`,
      [[...new Set(listingIds)]],
    );
    const stocked = await tx.many(
      z.object({ listing_id: z.uuid() }),
      `select distinct o.listing_id from catalogue.offer o join catalogue.stock_level k on k.offer_id = o.id
        where o.listing_id = any($1::uuid[]) and not o.is_withdrawn and k.on_hand > 0`,
      [listings.map((one) => one.id)],
    );
    const full = new Set(stocked.map((one) => one.listing_id));
    for (const listing of listings) {
      const left = full.has(listing.id);
      if (left === (listing.state === 'live')) continue;
      await this.move(tx, listing, left ? 'restock' : 'sell_out');
      tx.emit(left ? ListingRestocked : ListingSoldOut, { listingId: listing.id, sellerId: listing.seller_id });
    }
  }

  /** The listing's pictures, in order, all of them the seller's own. @throws media_unknown (404) @rule S-42 */
  async replaceImages(
    tx: Tx,
    listing: { id: string; seller_id: string },
    images: readonly { mediaId: string; alt: string }[],
  ): Promise<void> {
    await this.assertOwnMedia(tx, listing, images);
    await tx.run(`delete from catalogue.listing_image where listing_id = $1`, [listing.id]);
    await this.addImages(tx, [{ id: listing.id, images }]);
  }

  /** Pictures of goods that have none, in their order. */
  async addImages(
    tx: Tx,
    goods: readonly { id: string; images: readonly { mediaId: string; alt: string }[] }[],
  ): Promise<void> {
    const rows = goods.flatMap(({ id, images }) =>
      images.map(({ mediaId, alt }, i) => ({ listing_id: id, position: i + 1, media_id: mediaId, alt })),
    );
    await tx.insert(ListingImageEntity, rows);
  }

  /** Pictures are the seller's own or the platform's, and stay while they are put somewhere. @throws media_unknown (404) @rule S-42 */
  async assertOwnMedia(tx: Tx, listing: { seller_id: string }, images: readonly { mediaId: string }[]): Promise<void> {
    const ids = images.map((image) => image.mediaId);
    assertKnown(await this.ownMedia(tx, listing.seller_id, ids), images);
  }

  /** Which of these pictures are the seller's own or the platform's; they stay until the transaction ends. @rule S-42 */
  async ownMedia(tx: Tx, sellerId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const own = await tx.many(
      z.object({ id: z.uuid() }),
      `select id from catalogue.media
        where (seller_id = $1 or seller_id is null) and id = any($2::uuid[]) for key share`,
      [sellerId, ids],
    );
    return new Set(own.map((row) => row.id));
  }

  /** Different pictures of goods, but for those that cannot be painted. @rule */
  imageCount(tx: Tx, listingId: string): Promise<number> {
    return this.unbroken(tx, `select media_id from catalogue.listing_image where listing_id = $1`, listingId);
  }

  /** The same of a new version. */
  imageCountOf(tx: Tx, images: readonly { mediaId: string }[]): Promise<number> {
    const ids = images.map((image) => image.mediaId);
    return this.unbroken(tx, `select unnest($1::uuid[])`, ids);
  }

  private async unbroken(tx: Tx, pictures: string, value: unknown): Promise<number> {
    const row = await tx.maybe(
      z.object({ images: z.number() }),
      `select count(*)::integer as images from catalogue.media where id in (${pictures}) and state <> 'broken'`,
      [value],
    );
    return row!.images;
  }

  private async write(
    tx: Tx,
    listingId: string,
    event: string,
    from: ListingState | null,
    to: ListingState,
    reason: string | null,
  ): Promise<void> {
    await tx.run(
      `insert into catalogue.listing_history (listing_id, seq, event, from_state, to_state, person_id, organisation_id,
                                              actor, reason, at)
       select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9
         from catalogue.listing_history where listing_id = $1`,
      [listingId, event, from, to, tx.actor.personId, tx.actor.organisationId, tx.actor.label, reason, tx.now],
    );
  }
}

/** @throws media_unknown (404) @rule S-42 */
export function assertKnown(own: ReadonlySet<string>, images: readonly { mediaId: string }[]): void {
  if (images.some((image) => !own.has(image.mediaId))) throw fail('media_unknown');
}

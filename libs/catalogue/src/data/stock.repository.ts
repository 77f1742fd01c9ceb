import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { assert, cause, newId, type Cause } from '#platform/kernel';
import { keyset, type PageRequest } from '#platform/http';
import { PolicyQuery } from '#policy';
import { BackInStock, LowStock, StockTurned } from '../domain/listing.events.js';
import { countReasons, hasRunLow, movementKinds, type CountReason, type StockLine } from '../domain/stock.rules.js';
import { carry, count, leave, passOn, reserve, settle, takeBack } from './stock.sql.js';

const foundRow = z.object({
  offer_id: z.uuid(),
  quantity: z.number(),
  available: z.number(),
  listing_id: z.uuid().nullable(),
  seller_id: z.uuid().nullable(),
  held_lines: z.number(),
});
/** A line of a reservation, and what was free of it before. */
export type Found = z.infer<typeof foundRow>;

const turnedRow = z
  .object({
    offer_id: z.uuid(),
    listing_id: z.uuid(),
    seller_id: z.uuid(),
    low_stock: z.number().nullable(),
    on_hand: z.number(),
    reserved: z.number(),
    on_hand_change: z.number(),
    reserved_change: z.number(),
    /** that the change concerned, on a shelf or to be made */
    pieces: z.number(),
  })
  .transform(({ on_hand_change, reserved_change, ...row }) => ({
    ...row,
    was: { on_hand: row.on_hand, free: row.on_hand - row.reserved },
    on_hand: row.on_hand + on_hand_change,
    reserved: row.reserved + reserved_change,
  }));
/** An offer whose stock has just changed, over all its places; `was` is what it had before. */
export type Turned = z.output<typeof turnedRow>;

/** How a hold ends, and what that does to shelves; `making` is for goods made to order, which keep their maker busy until they have left her. */
const endings = {
  released: { from: 'held', on_hand: 0, reserved: -1, making: -1, kind: null },
  committed: { from: 'held', on_hand: -1, reserved: -1, making: 0, kind: 'sold' },
  returned: { from: 'committed', on_hand: 1, reserved: 0, making: -1, kind: 'returned' },
} as const;

/** A new count of an offer: of one place, or of all when none is named. */
export interface StockCount {
  offerId: string;
  locationId: string | null;
  /** pieces, ≥ 0, promised ones included */
  pieces: number;
}

const levelRow = z.object({ location_id: z.uuid(), name: z.string(), on_hand: z.number(), reserved: z.number() });
/** Pieces of an offer in one of its seller's places. */
export type StockLevel = z.infer<typeof levelRow>;

/** The sort key of an offer's movements. */
export const movementKey = z.tuple([z.uuid(), z.uuid()]);
const movementRow = z.object({
  id: z.uuid(),
  location_id: z.uuid(),
  name: z.string(),
  kind: z.enum(movementKinds),
  change: z.number(),
  reason: z.enum(countReasons).nullable(),
  note: z.string().nullable(),
  cause_kind: z.string().nullable(),
  at: z.date(),
});
/** Why pieces came to a place or left it. */
export type Movement = z.infer<typeof movementRow>;

@Injectable()
export class Stock {
  constructor(private readonly policy: PolicyQuery) {}

  /**
   * Promises pieces in one statement, all lines or none.
   * @param lines  summed, in id order
   * @param holder  whose unpaid lines are counted, and how many she may have; null: nobody's
   * @returns each line with what was free; nothing was promised when one has less than it asks, or she holds too many
   * @rule S-4 S-52
   */
  async reserve(
    tx: Tx,
    request: { cause: Cause; lines: readonly StockLine[]; expiresAt: Date },
    holder: { personId: string; lines_max: number } | null,
  ): Promise<Found[]> {
    const { lines } = request;
    if (holder) await this.waitForHerOtherHolds(tx, holder.personId);
    const values = [
      ...[lines.map((line) => line.offerId), lines.map((line) => line.quantity), lines.map(() => newId())],
      ...[request.cause.kind, request.cause.id, holder?.personId ?? null, holder?.lines_max ?? null],
      ...[request.expiresAt, tx.now],
    ];
    const found = await tx.many(foundRow, reserve, values, 'once');
    const emptied = found.filter((line) => line.available === line.quantity && line.listing_id && line.seller_id);
    for (const line of emptied) tx.emit(StockTurned, { listingId: line.listing_id!, sellerId: line.seller_id! });
    return found;
  }

  /**
   * Ends what a cause holds, or gives back what it bought.
   * @param offerIds  only these of its offers; all when null
   * @returns the offers it concerned; none when there was nothing to end
   * @rule S-4
   */
  async end(tx: Tx, of: Cause, as: keyof typeof endings, offerIds: readonly string[] | null = null): Promise<Turned[]> {
    const { from, on_hand, reserved, making, kind } = endings[as];
    const values = [
      ...[of.kind, of.id, from, offerIds, on_hand, reserved],
      ...[newId(), kind, tx.actor.personId, tx.now, as, making],
    ];
    const turned = await tx.many(turnedRow, settle, values, 'once');
    this.tell(tx, turned);
    return turned;
  }

  /**
   * Some pieces of what a cause bought come back; the rest stays sold.
   * @param lines  summed, in id order
   * @rule S-4
   */
  async takeBack(tx: Tx, of: Cause, lines: readonly StockLine[]): Promise<Turned[]> {
    const turned = await tx.many(turnedRow, takeBack, [
      ...[of.kind, of.id, lines.map((line) => line.offerId), lines.map((line) => line.quantity)],
      ...[newId(), tx.actor.personId, tx.now],
    ]);
    this.tell(tx, turned);
    return turned;
  }

  /**
   * Some pieces of what a cause bought are another's now, which bought none of these offers before.
   * @param lines  summed, in id order
   * @returns how many pieces went over
   * @rule S-4
   */
  async passOn(tx: Tx, from: Cause, to: Cause, lines: readonly StockLine[]): Promise<number> {
    const passed = await tx.many(z.object({ pieces: z.number() }), passOn, [
      ...[from.kind, from.id, lines.map((line) => line.offerId), lines.map((line) => line.quantity)],
      ...[to.kind, to.id, lines.map(() => newId()), tx.now],
    ]);
    return passed.reduce((sum, { pieces }) => sum + pieces, 0);
  }

  /** What was made to order for a cause has left its maker. @rule S-4 */
  async leave(tx: Tx, of: Cause): Promise<void> {
    this.tell(tx, await tx.many(turnedRow, leave, [of.kind, of.id, tx.now]));
  }

  /** What a cause bought is still sold. */
  async isSold(tx: Tx, to: Cause): Promise<boolean> {
    const sql = `select from catalogue.stock_hold where cause_kind = $1 and cause_id = $2 and state = 'committed' limit 1`;
    return (await tx.run(sql, [to.kind, to.id])) > 0;
  }

  /**
   * New counts, each of an offer of its own. What is promised stays promised.
   * @returns the offers whose count stands; one that is missing has more pieces promised than were counted
   * @rule S-4
   */
  async count(
    tx: Tx,
    counts: readonly StockCount[],
    why: { reason: CountReason | null; note: string | null } = { reason: null, note: null },
  ): Promise<Turned[]> {
    assert(new Set(counts.map((one) => one.offerId)).size === counts.length, 'an offer is counted once');
    const turned = await tx.many(turnedRow, count, [
      ...[counts.map((one) => one.offerId), counts.map((one) => one.locationId), counts.map((one) => one.pieces)],
      ...[newId(), why.reason, why.note, tx.actor.personId, tx.now],
    ]);
    this.tell(tx, turned);
    return turned;
  }

  /** Carries free pieces between two places. @returns false when there are not so many */
  async carry(tx: Tx, offerId: string, from: string, to: string, pieces: number): Promise<boolean> {
    return (await tx.run(carry, [offerId, from, to, pieces, newId(), tx.actor.personId, tx.now])) > 0;
  }

  /** Where an offer lies. @rule S-4 */
  levels(tx: Tx, offerId: string): Promise<StockLevel[]> {
    return tx.many(
      levelRow,
      `select k.location_id, p.name, k.on_hand, k.reserved
         from catalogue.stock_level k join catalogue.stock_location p on p.id = k.location_id
        where k.offer_id = $1 and not k.is_closed order by p.id <> p.seller_id, p.id`,
      [offerId],
    );
  }

  /** One page of what happened to an offer, the newest first. @rule S-4 */
  movements(tx: Tx, offerId: string, request: PageRequest<z.infer<typeof movementKey>>): Promise<Movement[]> {
    const part = keyset(request, ['m.id', 'm.location_id'], 'desc', 2);
    return tx.many(
      movementRow,
      `select m.id, m.location_id, p.name, m.kind, m.change, m.reason, m.note, m.cause_kind, m.at
         from catalogue.stock_movement m join catalogue.stock_location p on p.id = m.location_id
        where m.offer_id = $1 ${part.where} order by ${part.orderBy} limit ${part.limit}`,
      [offerId, ...part.values],
    );
  }

  /**
   * Nothing of a listing is sold, promised or counted by others until the transaction ends: what is read now stays true. Before
   * the lock of the listing, as everywhere.
   * @rule S-4
   */
  async holdStill(tx: Tx, listingId: string): Promise<void> {
    await tx.run(
      `select from catalogue.stock_level k join catalogue.offer o on o.id = k.offer_id where o.listing_id = $1
        order by k.offer_id, k.location_id for no key update of k`,
      [listingId],
    );
  }

  /** Pieces of a listing that are promised and neither sold nor given up; null when there are none. @rule SM-3 */
  async promised(tx: Tx, listingId: string): Promise<{ pieces: number; until: Date } | null> {
    const row = await tx.maybe(
      z.object({ pieces: z.number(), until: z.date().nullable() }),
      `select coalesce(sum(h.quantity), 0)::integer as pieces, max(h.expires_at) as until
         from catalogue.stock_hold h join catalogue.offer o on o.id = h.offer_id
        where o.listing_id = $1 and h.state = 'held'`,
      [listingId],
    );
    return row?.until ? { pieces: row.pieces, until: row.until } : null;
  }

  /** What a hold is for, when it still holds and its time is over. */
  causeOf(tx: Tx, holdId: string): Promise<Cause | null> {
    return tx.maybe(
      cause,
      `select cause_kind as kind, cause_id as id from catalogue.stock_hold
        where id = $1 and part = 1 and state = 'held' and expires_at <= $2`,
      [holdId, tx.now],
    );
  }

  /** Her reservations wait for each other here, so that many at once are counted too. @rule S-52 */
  private async waitForHerOtherHolds(tx: Tx, personId: string): Promise<void> {
    await tx.run(`select pg_advisory_xact_lock(hashtextextended('catalogue.hold ' || $1, 0))`, [personId]);
  }

  private tell(tx: Tx, turned: readonly Turned[]): void {
    for (const { offer_id: offerId, listing_id: listingId, seller_id: sellerId, ...stock } of turned) {
      const free = stock.on_hand - stock.reserved;
      const goods = { listingId, sellerId };
      if (free > 0 !== stock.was.free > 0) tx.emit(StockTurned, goods);
      if (free > 0 && stock.was.free === 0) tx.emit(BackInStock, { ...goods, offerId });
      const low_at = stock.low_stock ?? this.policy.at('stock.low_at', tx.now);
      if (hasRunLow(stock.was.on_hand, stock.on_hand, low_at))
        tx.emit(LowStock, { ...goods, offerId, onHand: stock.on_hand });
    }
  }
}

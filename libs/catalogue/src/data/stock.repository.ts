import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { cause, newId, type Cause } from '#platform/kernel';
import { StockTurned } from '../domain/listing.events.js';
import type { MovementKind, StockLine } from '../domain/stock.rules.js';
import { StockHoldEntity, StockMovementEntity } from './offer.entity.js';

/** A change of an offer's two numbers; the guard of `shift` and the CHECKs beneath keep 0 ≤ reserved ≤ on hand. */
export interface StockShift {
  offerId: string;
  on_hand: number;
  reserved: number;
}

const shiftedRow = z.object({
  offer_id: z.uuid(),
  listing_id: z.uuid(),
  seller_id: z.uuid(),
  on_hand: z.number(),
  reserved: z.number(),
});
/** An offer whose stock has just changed; the numbers are the new ones. */
export type Shifted = z.infer<typeof shiftedRow>;

const holdRow = z.object({ id: z.uuid(), offer_id: z.uuid(), quantity: z.number() });
export type Hold = z.infer<typeof holdRow>;

@Injectable()
export class Stock {
  /**
   * The one statement by which stock changes: all rows are locked in id order first, then changed where the result is
   * possible. Rows that are not returned were refused and are as they were.
   * @rule S-4
   */
  async shift(tx: Tx, shifts: readonly StockShift[]): Promise<Shifted[]> {
    const shifted = await tx.many(
      shiftedRow,
      `with asked as (
         select * from unnest($1::uuid[], $2::integer[], $3::integer[]) as a(offer_id, on_hand, reserved)
       ), locked as materialized (
         select o.id, a.on_hand, a.reserved
           from catalogue.offer o join asked a on a.offer_id = o.id
          order by o.id for no key update of o
       )
       update catalogue.offer o
          set on_hand = o.on_hand + l.on_hand, reserved = o.reserved + l.reserved
         from locked l
        where o.id = l.id
          and o.reserved + l.reserved between 0 and o.on_hand + l.on_hand
       returning o.id as offer_id, o.listing_id, o.seller_id, o.on_hand, o.reserved`,
      [shifts.map((s) => s.offerId), shifts.map((s) => s.on_hand), shifts.map((s) => s.reserved)],
    );
    for (const row of shifted) {
      const shift = shifts.find((one) => one.offerId === row.offer_id)!;
      const free = row.on_hand - row.reserved;
      const wasFree = free - shift.on_hand + shift.reserved;
      if (free > 0 === wasFree > 0) continue;
      tx.emit(StockTurned, { listingId: row.listing_id, sellerId: row.seller_id });
    }
    return shifted;
  }

  /** Pieces free of each offer, for a refusal that says how many there are. */
  async available(tx: Tx, offerIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.many(
      z.object({ id: z.uuid(), available: z.number() }),
      `select id, on_hand - reserved as available from catalogue.offer where id = any($1::uuid[])`,
      [[...offerIds]],
    );
    return new Map(rows.map((row) => [row.id, row.available]));
  }

  /** Unpaid lines a person holds. Her holds wait for each other here, so that many at once are counted too. @rule S-52 */
  async heldBy(tx: Tx, personId: string): Promise<number> {
    await tx.run(`select pg_advisory_xact_lock(hashtextextended('catalogue.hold ' || $1, 0))`, [personId]);
    const row = await tx.maybe(
      z.object({ held: z.number() }),
      `select count(*)::integer as held from catalogue.stock_hold where held_by = $1 and state = 'held'`,
      [personId],
    );
    return row?.held ?? 0;
  }

  async addHolds(tx: Tx, forCause: Cause, lines: readonly StockLine[], expiresAt: Date, heldBy: string | null) {
    await tx.insert(
      StockHoldEntity,
      lines.map((line) => ({
        id: newId(),
        offer_id: line.offerId,
        cause_kind: forCause.kind,
        cause_id: forCause.id,
        quantity: line.quantity,
        state: 'held' as const,
        held_by: heldBy,
        expires_at: expiresAt,
        made_at: tx.now,
        ended_at: null,
      })),
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

  /** A cause's holds in a state, locked, in the order in which their offers will be. */
  lockHolds(tx: Tx, forCause: Cause, state: 'held' | 'committed'): Promise<Hold[]> {
    return tx.many(
      holdRow,
      `select id, offer_id, quantity from catalogue.stock_hold
        where cause_kind = $1 and cause_id = $2 and state = $3
        order by offer_id for update`,
      [forCause.kind, forCause.id, state],
    );
  }

  async endHolds(tx: Tx, holds: readonly Hold[], state: 'released' | 'committed' | 'returned'): Promise<void> {
    await tx.run(`update catalogue.stock_hold set state = $2, ended_at = $3 where id = any($1::uuid[])`, [
      holds.map((hold) => hold.id),
      state,
      tx.now,
    ]);
  }

  /** What a hold is for, when it still holds and its time is over. */
  causeOf(tx: Tx, holdId: string): Promise<Cause | null> {
    return tx.maybe(
      cause,
      `select cause_kind as kind, cause_id as id from catalogue.stock_hold
        where id = $1 and state = 'held' and expires_at <= $2`,
      [holdId, tx.now],
    );
  }

  /** Lines in the book of movements, of which the stock on hand is the sum. @rule S-4 */
  async record(
    tx: Tx,
    kind: MovementKind,
    changes: readonly { offerId: string; change: number }[],
    forCause: Cause | null,
  ): Promise<void> {
    await tx.insert(
      StockMovementEntity,
      changes.map(({ offerId, change }) => ({
        id: newId(),
        offer_id: offerId,
        kind,
        change,
        cause_kind: forCause?.kind ?? null,
        cause_id: forCause?.id ?? null,
        person_id: tx.actor.personId,
        at: tx.now,
      })),
    );
  }
}

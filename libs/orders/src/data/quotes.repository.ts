import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SubjectKeys } from '#platform/crypto';
import type { Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';
import { freeze, frozenOrders } from '../domain/frozen-orders.js';
import type { PricedOrder } from '../domain/line-parts.js';
import { fail } from '../domain/order.errors.js';
import { reduction, type Reduction } from '../domain/reductions.js';
import { shipToSchema, type Destination, type ShipTo } from '../domain/ship-to.js';

const quoteRow = z.object({
  id: z.uuid(),
  cart_id: z.uuid(),
  owner_id: z.uuid(),
  ship_to_sealed: z.custom<Buffer>((value) => Buffer.isBuffer(value)),
  ship_to_pincode: z.string(),
  ship_to_state: z.string(),
  orders: frozenOrders,
  reductions: z.array(reduction),
  gift_message_sealed: z.custom<Buffer | null>((value) => value === null || Buffer.isBuffer(value)),
  total_paise: paiseColumn,
  expires_at: z.date(),
});

export interface Quote {
  id: string;
  cartId: string;
  ownerId: string;
  to: Destination;
  orders: PricedOrder[];
  reductions: Reduction[];
  total_paise: Paise;
  expiresAt: Date;
}

const giftPlace = (row: string) => ({ table: 'orders.quote', column: 'gift_message', row });
const place = (row: string) => ({ table: 'orders.quote', column: 'ship_to', row });

/** What only the shopper's key opens of a quote. */
export interface Sealed {
  shipTo: ShipTo;
  /** What her gift is to say; null: nothing. */
  giftMessage: string | null;
}

@Injectable()
export class Quotes {
  constructor(private readonly keys: SubjectKeys) {}

  /** The one quote of its cart; what was promised before is forgotten. The cart is held. */
  async replace(tx: Tx, quote: Quote, { shipTo, giftMessage }: Sealed): Promise<void> {
    const key = await this.keys.of(tx, quote.ownerId);
    await tx.run(`delete from orders.quote where cart_id = $1`, [quote.cartId]);
    await tx.run(
      `insert into orders.quote (id, cart_id, owner_id, ship_to_sealed, ship_to_pincode, ship_to_state, orders, total_paise,
                                 made_at, expires_at, reductions, gift_message_sealed)
       values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10, $11::jsonb, $12)`,
      [
        ...[quote.id, quote.cartId, quote.ownerId, key.seal(place(quote.id), JSON.stringify(shipTo))],
        ...[quote.to.pincode, quote.to.stateCode, freeze(quote.orders), quote.total_paise, tx.now, quote.expiresAt],
        freeze(quote.reductions),
        giftMessage === null ? null : key.seal(giftPlace(quote.id), giftMessage),
      ],
    );
  }

  /** A quote of the shopper's. @throws quote_not_found, also for another's (S-42) */
  async byId(tx: Tx, id: string): Promise<Quote> {
    return (await this.row(tx, id)).quote;
  }

  /** The same with its address opened. @throws quote_not_found */
  async opened(tx: Tx, id: string): Promise<Sealed & { quote: Quote }> {
    const { quote, sealed, giftSealed } = await this.row(tx, id);
    const key = await this.keys.of(tx, quote.ownerId);
    const text = key.open(place(id), sealed);
    assert(text, 'who orders is not erased');
    const giftMessage = giftSealed && key.open(giftPlace(id), giftSealed);
    return { quote, shipTo: shipToSchema.parse(JSON.parse(text)), giftMessage };
  }

  private async row(tx: Tx, id: string): Promise<{ quote: Quote; sealed: Buffer; giftSealed: Buffer | null }> {
    const found = await tx.maybe(
      quoteRow,
      `select id, cart_id, owner_id, ship_to_sealed, ship_to_pincode, ship_to_state, orders, reductions, total_paise, expires_at,
              gift_message_sealed
         from orders.quote where id = $1`,
      [id],
    );
    if (!found) throw fail('quote_not_found');
    const { cart_id: cartId, owner_id: ownerId, orders, reductions, total_paise, expires_at: expiresAt } = found;
    const to = { pincode: found.ship_to_pincode, stateCode: found.ship_to_state };
    return {
      quote: { id, cartId, ownerId, to, orders, reductions, total_paise, expiresAt },
      sealed: found.ship_to_sealed,
      giftSealed: found.gift_message_sealed,
    };
  }
}

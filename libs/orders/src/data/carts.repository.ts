import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { assert, newId } from '#platform/kernel';
import { paiseColumn } from '#platform/money';
import { cartStates } from '../domain/cart.js';
import type { MergedLine } from '../domain/merge-lines.js';
import { fail } from '../domain/order.errors.js';

const cartRow = z.object({ id: z.uuid(), owner_id: z.uuid(), state: z.enum(cartStates), version: z.number() });
const lineRow = z.object({
  offer_id: z.uuid(),
  quantity: z.number(),
  seen_price_paise: paiseColumn,
  seen_wrap_paise: paiseColumn.nullable(),
});

export type Cart = z.infer<typeof cartRow> & { lines: z.infer<typeof lineRow>[] };

@Injectable()
export class Carts {
  /**
   * The shopper's open cart, made if she has none: of two that are opened at once, one is.
   * @param endsAt  a guest's cart comes to its end, later when it was there; null: another's
   * @rule S-11
   */
  async open(tx: Tx, ownerId: string, endsAt: Date | null): Promise<Cart> {
    await tx.run(
      `insert into orders.cart (id, owner_id, state, version, made_at, ends_at) values ($1, $2, 'open', 1, $3, $4)
       on conflict (owner_id) where state = 'open' do update set ends_at = greatest(cart.ends_at, excluded.ends_at)`,
      [newId(), ownerId, tx.now, endsAt],
    );
    const cart = await this.lockOpenOf(tx, ownerId);
    assert(cart, 'a cart that was opened is there');
    return cart;
  }

  /** The cart with its lines, held. @throws cart_not_found, also for another's cart (S-42) */
  lock(tx: Tx, id: string): Promise<Cart> {
    return this.one(tx, `select id, owner_id, state, version from orders.cart where id = $1 for update`, id);
  }

  /** The cart with its lines. @throws cart_not_found, also for another's cart (S-42) */
  byId(tx: Tx, id: string): Promise<Cart> {
    return this.one(tx, `select id, owner_id, state, version from orders.cart where id = $1`, id);
  }

  /** The one cart somebody fills, held; null when there is none. */
  lockOpenOf(tx: Tx, ownerId: string): Promise<Cart | null> {
    const sql = `select id, owner_id, state, version from orders.cart where owner_id = $1 and state = 'open' for update`;
    return this.maybe(tx, sql, ownerId);
  }

  private async one(tx: Tx, sql: string, id: string): Promise<Cart> {
    const found = await this.maybe(tx, sql, id);
    if (!found) throw fail('cart_not_found');
    return found;
  }

  private async maybe(tx: Tx, sql: string, id: string): Promise<Cart | null> {
    const found = await tx.maybe(cartRow, sql, [id]);
    if (!found) return null;
    const lines = await tx.many(
      lineRow,
      `select offer_id, quantity, seen_price_paise, seen_wrap_paise from orders.cart_line where cart_id = $1 order by offer_id`,
      [found.id],
    );
    return { ...found, lines };
  }

  /** Puts a quantity of an offer into the cart, or takes it out with 0. */
  async setLine(tx: Tx, cart: Cart, line: MergedLine): Promise<void> {
    if (line.quantity > 0) return this.putLines(tx, cart, [line]);
    await tx.run(`delete from orders.cart_line where cart_id = $1 and offer_id = $2`, [cart.id, line.offerId]);
    await this.changed(tx, cart);
  }

  /** Writes lines into the cart, over those of the same offers. */
  async putLines(tx: Tx, cart: Cart, lines: readonly MergedLine[]): Promise<void> {
    if (lines.length === 0) return;
    await tx.run(
      `insert into orders.cart_line (cart_id, owner_id, offer_id, quantity, seen_price_paise, seen_wrap_paise)
       select $1, $2, l.offer_id, l.quantity, l.price, l.wrap
         from unnest($3::uuid[], $4::integer[], $5::bigint[], $6::bigint[]) as l(offer_id, quantity, price, wrap)
       on conflict (cart_id, offer_id) do update
         set quantity = excluded.quantity, seen_price_paise = excluded.seen_price_paise,
             seen_wrap_paise = excluded.seen_wrap_paise`,
      [
        ...[cart.id, cart.owner_id, lines.map((line) => line.offerId), lines.map((line) => line.quantity)],
        ...[lines.map((line) => line.price_paise), lines.map((line) => line.wrap_paise)],
      ],
    );
    await this.changed(tx, cart);
  }

  private async changed(tx: Tx, cart: Cart): Promise<void> {
    await tx.run(`update orders.cart set version = version + 1 where id = $1`, [cart.id]);
  }

  /** What lay in it lies in another now. */
  async markMerged(tx: Tx, cart: Cart): Promise<void> {
    await tx.run(`update orders.cart set state = 'merged', version = version + 1 where id = $1`, [cart.id]);
  }

  async markOrdered(tx: Tx, cart: Cart): Promise<void> {
    await tx.run(`update orders.cart set state = 'ordered', version = version + 1 where id = $1`, [cart.id]);
  }
}

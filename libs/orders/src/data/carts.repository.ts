import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { paiseColumn, type Paise } from '#platform/money';
import { fail } from '../domain/order.errors.js';
import { CartEntity } from './order.entity.js';

const cartRow = z.object({ id: z.uuid(), owner_id: z.uuid(), state: z.enum(['open', 'ordered']), version: z.number() });
const lineRow = z.object({
  offer_id: z.uuid(),
  quantity: z.number(),
  seen_price_paise: paiseColumn,
  seen_wrap_paise: paiseColumn.nullable(),
});

export type Cart = z.infer<typeof cartRow> & { lines: z.infer<typeof lineRow>[] };

@Injectable()
export class Carts {
  /** @param endsAt  a guest's cart comes to its end; null: another's */
  async add(tx: Tx, id: string, ownerId: string, endsAt: Date | null): Promise<void> {
    const cart = { id, owner_id: ownerId, state: 'open', version: 1, made_at: tx.now, ends_at: endsAt };
    await tx.insert(CartEntity, cart);
  }

  /** The cart with its lines, held. @throws cart_not_found, also for another's cart (S-42) */
  lock(tx: Tx, id: string): Promise<Cart> {
    return this.one(tx, `select id, owner_id, state, version from orders.cart where id = $1 for update`, id);
  }

  /** The cart with its lines. @throws cart_not_found, also for another's cart (S-42) */
  byId(tx: Tx, id: string): Promise<Cart> {
    return this.one(tx, `select id, owner_id, state, version from orders.cart where id = $1`, id);
  }

  private async one(tx: Tx, sql: string, id: string): Promise<Cart> {
    const found = await tx.maybe(cartRow, sql, [id]);
    if (!found) throw fail('cart_not_found');
    const lines = await tx.many(
      lineRow,
      `select offer_id, quantity, seen_price_paise, seen_wrap_paise from orders.cart_line where cart_id = $1 order by offer_id`,
      [id],
    );
    return { ...found, lines };
  }

  /** Puts a quantity of an offer into the cart, or takes it out with 0. */
  async setLine(
    tx: Tx,
    cart: Cart,
    line: { offerId: string; quantity: number; price_paise: Paise; wrap_paise: Paise | null },
  ): Promise<void> {
    if (line.quantity === 0) {
      await tx.run(`delete from orders.cart_line where cart_id = $1 and offer_id = $2`, [cart.id, line.offerId]);
    } else {
      await tx.run(
        `insert into orders.cart_line (cart_id, offer_id, owner_id, quantity, seen_price_paise, seen_wrap_paise)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (cart_id, offer_id) do update
           set quantity = excluded.quantity, seen_price_paise = excluded.seen_price_paise,
               seen_wrap_paise = excluded.seen_wrap_paise`,
        [cart.id, line.offerId, cart.owner_id, line.quantity, line.price_paise, line.wrap_paise],
      );
    }
    await tx.run(`update orders.cart set version = version + 1 where id = $1`, [cart.id]);
  }

  async markOrdered(tx: Tx, cart: Cart): Promise<void> {
    await tx.run(`update orders.cart set state = 'ordered', version = version + 1 where id = $1`, [cart.id]);
  }
}

import { z } from 'zod';
import { cart_lines_max, type Cart } from '#orders';
import { money, moneySchema } from '#platform/money';

export const lineBody = z
  .strictObject({ quantity: z.int().min(0).max(10_000).describe('how many; 0 takes the offer out') })
  .meta({ id: 'CartLineBody', example: { quantity: 2 } });

export const openedCart = z
  .strictObject({ id: z.uuid(), version: z.int(), lines: z.array(z.never()).max(0) })
  .meta({ id: 'OpenedCart' });

export const cartView = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(['open', 'ordered']),
    version: z.int(),
    lines: z
      .array(
        z.strictObject({ offerId: z.uuid(), quantity: z.int(), price: moneySchema.describe('a piece, as last seen') }),
      )
      .max(cart_lines_max),
    total: moneySchema,
  })
  .meta({ id: 'Cart' });

export function viewOfCart(cart: Cart): z.input<typeof cartView> {
  const lines = cart.lines.map((line) => ({
    offerId: line.offer_id,
    quantity: line.quantity,
    price: money(line.seen_price_paise),
  }));
  const total = cart.lines.reduce((sum, line) => sum + line.seen_price_paise * BigInt(line.quantity), 0n);
  return { id: cart.id, state: cart.state, version: cart.version, lines, total: money(total) };
}

import { z } from 'zod';
import { cart_lines_max, type Cart } from '#orders';
import { money, moneySchema } from '#platform/money';

export const lineBody = z
  .strictObject({
    quantity: z.int().min(0).max(10_000).describe('how many; 0 takes the offer out'),
    giftWrap: z.boolean().optional().describe('each piece is wrapped as a gift, where its maker offers that'),
  })
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
        z.strictObject({
          offerId: z.uuid(),
          quantity: z.int(),
          price: moneySchema.describe('a piece, as last seen'),
          giftWrap: moneySchema.nullable().describe('for wrapping a piece, as last seen; null: it is not wrapped'),
        }),
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
    giftWrap: line.seen_wrap_paise === null ? null : money(line.seen_wrap_paise),
  }));
  const total = cart.lines.reduce(
    (sum, line) => sum + (line.seen_price_paise + (line.seen_wrap_paise ?? 0n)) * BigInt(line.quantity),
    0n,
  );
  return { id: cart.id, state: cart.state, version: cart.version, lines, total: money(total) };
}

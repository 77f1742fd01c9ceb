import { z } from 'zod';
import {
  cart_lines_max,
  cartStates,
  lineTroubles,
  mergeWhys,
  returnsAs,
  type Cart,
  type MergedDifferently,
  type ReviewedCart,
} from '#orders';
import { money, moneySchema } from '#platform/money';
import { asGuest, giftMessage } from './order-wish.schema.js';
import { addressId, shipToBody } from './orders.schema.js';
import { platformContact, returnTerms, shownMaker, viewOfContact, viewOfMaker, viewOfTerms } from './shown.schema.js';

export const lineBody = z
  .strictObject({
    quantity: z.int().min(0).max(10_000).describe('how many; 0 takes the offer out'),
    giftWrap: z.boolean().optional().describe('each piece is wrapped as a gift, where its maker offers that'),
  })
  .meta({ id: 'CartLineBody', example: { quantity: 2 } });

export const openedCart = z
  .strictObject({ id: z.uuid(), version: z.int(), lines: z.array(z.never()).max(0) })
  .meta({ id: 'OpenedCart' });

/** A guest's first cart, and what she is known by. */
export const guestCart = openedCart
  .extend({
    token: z
      .string()
      .length(43)
      .describe('told this once; sent back as Cart-Token it stands for a sign-in wherever guests are let in'),
    endsAt: z.iso.datetime().describe('until then the token is good and the cart is kept'),
  })
  .meta({ id: 'GuestCart' });

export const cartView = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(cartStates),
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

const codes = z.array(z.string().trim().min(1).max(40)).max(5).optional().describe('of promotions, as she typed them');
export const mergeBody = z
  .strictObject({
    token: z.string().length(43).describe('what the guest was given, until now sent as Cart-Token'),
  })
  .meta({ id: 'MergeCartBody' });

export const mergedCart = z
  .strictObject({
    cart: cartView,
    changes: z
      .array(
        z.strictObject({
          offerId: z.uuid(),
          asked: z.int().describe('pieces that both carts asked for'),
          quantity: z.int().describe('pieces that lie in the cart now'),
          why: z.enum(mergeWhys),
        }),
      )
      .max(cart_lines_max)
      .describe('what did not come over just as it was'),
  })
  .meta({ id: 'MergedCart' });

export const viewOfMerged = ({
  cart,
  differently,
}: {
  cart: Cart;
  differently: readonly MergedDifferently[];
}): z.input<typeof mergedCart> => ({ cart: viewOfCart(cart), changes: [...differently] });

export const quoteBody = z.union([
  z.strictObject({ shipTo: shipToBody, codes, giftMessage, ...asGuest }).meta({ id: 'QuoteBody' }),
  z.strictObject({ addressId, codes, giftMessage }).meta({ id: 'QuoteToAddressBody' }),
]);

const orNone = (paise: bigint | null) => (paise === null ? null : money(paise));

export const reviewedCart = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(cartStates),
    version: z.int(),
    returns: returnTerms,
    platform: platformContact,
    lines: z
      .array(
        z.strictObject({
          offerId: z.uuid(),
          quantity: z.int(),
          price: moneySchema.describe('a piece, as last seen'),
          giftWrap: moneySchema.nullable().describe('for wrapping a piece, as last seen; null: it is not wrapped'),
          now: z
            .strictObject({
              title: z.string(),
              sellerId: z.uuid(),
              seller: shownMaker.nullable(),
              returnsAs: z.enum(returnsAs).describe('kind of goods: how long they may come back without a defect'),
              price: moneySchema.describe('a piece'),
              giftWrap: moneySchema.nullable().describe('for wrapping a piece; null: not offered'),
              available: z.int().describe('pieces nobody holds'),
            })
            .nullable()
            .describe('what the catalogue says now; null: it is not for sale'),
          troubles: z
            .array(z.enum(lineTroubles))
            .max(lineTroubles.length)
            .describe('why it cannot be ordered as it stands'),
        }),
      )
      .max(cart_lines_max),
  })
  .meta({ id: 'ReviewedCart' });

export const viewOfReviewed = (cart: ReviewedCart): z.input<typeof reviewedCart> => ({
  id: cart.id,
  state: cart.state,
  version: cart.version,
  returns: viewOfTerms(cart.shown),
  platform: viewOfContact(cart.shown),
  lines: cart.lines.map(({ offerId, quantity, seen_price_paise, seen_wrap_paise, now, troubles }) => ({
    offerId,
    quantity,
    price: money(seen_price_paise),
    giftWrap: orNone(seen_wrap_paise),
    now: now && {
      title: now.title,
      sellerId: now.sellerId,
      seller: viewOfMaker(cart.shown, now.sellerId),
      returnsAs: now.returnsAs,
      price: money(now.price_paise),
      giftWrap: orNone(now.wrap_paise),
      available: now.available,
    },
    troubles,
  })),
});

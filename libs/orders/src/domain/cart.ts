import { fail } from './order.errors.js';

/** Most different pieces in a cart, and so in what is ordered from it. @rule S-48 */
export const cart_lines_max = 100;

/** Whether one more piece may come; another number of one that is there always may. @throws cart_is_full (422) @rule S-48 */
export function assertRoomFor(offerId: string, cart: readonly { offer_id: string }[]): void {
  if (cart.length < cart_lines_max || cart.some((line) => line.offer_id === offerId)) return;
  throw fail('cart_is_full', { lines_max: cart_lines_max });
}

/** `merged`: what lay in it lies in another cart of the same shopper. */
export const cartStates = ['open', 'ordered', 'merged'] as const;
export type CartState = (typeof cartStates)[number];

/** @throws cart_already_ordered · cart_merged (409) @rule SM-4 */
export function assertOpen(cart: { state: CartState }): void {
  if (cart.state === 'ordered') throw fail('cart_already_ordered');
  if (cart.state === 'merged') throw fail('cart_merged');
}

/** @throws cart_already_ordered · cart_merged (409) · cart_is_empty (422) @rule SM-4 */
export function assertOrderable(cart: { state: CartState; lines: readonly unknown[] }): void {
  assertOpen(cart);
  if (cart.lines.length === 0) throw fail('cart_is_empty');
}

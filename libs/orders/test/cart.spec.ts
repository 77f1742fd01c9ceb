import { newId } from '#platform/kernel';
import { assertRoomFor, cart_lines_max } from '../src/domain/cart.js';

const cartOf = (lines: number): { offer_id: string }[] => Array.from({ length: lines }, () => ({ offer_id: newId() }));

describe('S-48 a cart has an end', () => {
  test.each([0, cart_lines_max - 1])('beside %s pieces there is room for another', (lines) =>
    expect(() => assertRoomFor(newId(), cartOf(lines))).not.toThrow(),
  );

  test('a full one takes no other piece, but another number of one that is there', () => {
    const full = cartOf(cart_lines_max);
    expect(() => assertRoomFor(newId(), full)).toThrow(expect.objectContaining({ code: 'cart_is_full' }));
    expect(() => assertRoomFor(full[7]!.offer_id, full)).not.toThrow();
  });
});

import { newId } from '#platform/kernel';
import { cart_lines_max } from '../src/domain/cart.js';
import { mergeLines } from '../src/domain/merge-lines.js';

const offerId = newId();
const offer = { price_paise: 500n, quantityBreaks: [], governmentPrice_paise: null, giftWrap_paise: 40n };
const goods = (more: object = {}): Parameters<typeof mergeLines>[2] =>
  new Map([[offerId, { ...offer, minQty: 1, maxQty: 1_000, available: 10, ...more }]]);
const line = (quantity: number, more: object = {}) => ({
  offerId,
  quantity,
  seen_price_paise: 500n,
  seen_wrap_paise: null,
  ...more,
});

describe('S-10 lines of a guest’s cart that come into her own', () => {
  test.each([
    // [what, in her own, in the guest's, the goods now, afterwards (null: untouched), why it is told]
    ['alone', [], line(2), {}, 2, null],
    ['added up', [line(3)], line(2), {}, 5, null],
    ['just what is there', [line(8)], line(2), {}, 10, null],
    ['one more than is there', [line(8)], line(3), {}, 10, 'out_of_stock'],
    ['none left for the guest’s', [line(10)], line(1), {}, null, 'out_of_stock'],
    ['hers is more than is there: never less', [line(12)], line(1), {}, null, 'out_of_stock'],
    ['just what is sold together', [line(2)], line(2), { maxQty: 4 }, 4, null],
    ['one more than is sold together', [line(2)], line(3), { maxQty: 4 }, 4, 'quantity_not_sold'],
    ['fewer left than are sold together', [], line(5), { minQty: 5, available: 4 }, null, 'out_of_stock'],
    ['another price now', [], line(1, { seen_price_paise: 450n }), {}, 1, 'price_changed'],
    ['her own price is another now', [line(1, { seen_price_paise: 450n })], line(1), {}, 2, 'price_changed'],
    ['wrapped', [], line(1, { seen_wrap_paise: 40n }), {}, 1, null],
    ['no longer wrapped', [], line(1, { seen_wrap_paise: 40n }), { giftWrap_paise: null }, 1, 'gift_wrap_changed'],
  ] as const)('%s', (_, own, left, now, quantity, why) => {
    const { lines, differently } = mergeLines([...own], [left], goods(now));
    expect(lines.map((each) => each.quantity)).toEqual(quantity === null ? [] : [quantity]);
    expect(differently.map((each) => each.why)).toEqual(why === null ? [] : [why]);
  });

  test('goods that are gone stay behind', () => {
    expect(mergeLines([], [line(1)], new Map())).toEqual({
      lines: [],
      differently: [{ offerId, asked: 1, quantity: 0, why: 'gone' }],
    });
  });

  test('S-48 a cart that is full takes more of what lies in it, and nothing else', () => {
    const others = (n: number) => Array.from({ length: n }, () => line(1, { offerId: newId() }));
    const taken = (n: number) => mergeLines(others(n), [line(1)], goods());
    expect(taken(cart_lines_max - 1).lines).toHaveLength(1);
    expect(taken(cart_lines_max).differently).toMatchObject([{ why: 'cart_is_full' }]);
    expect(mergeLines([...others(cart_lines_max - 1), line(1)], [line(1)], goods()).lines).toMatchObject([
      { quantity: 2 },
    ]);
  });
});

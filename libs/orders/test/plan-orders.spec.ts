import fc from 'fast-check';
import { orderStates, type OrderState } from '../src/index.js';
import { orderNumber } from '../src/domain/order-number.js';
import { stateFor, type OrderEvent } from '../src/domain/order.states.js';
import { planOrders, type CartLine, type OfferNow } from '../src/domain/plan-orders.js';

const now = new Date('2026-11-22T10:00:00Z');
const offer = (change: Partial<OfferNow> = {}): OfferNow => ({
  offerId: 'stole',
  sellerId: 'meena',
  title: 'Tussar stole',
  price_paise: 145_000n,
  quantityBreaks: [],
  governmentPrice_paise: null,
  giftWrap_paise: 5_000n,
  weight_g: 250,
  hsn: '5007',
  gstRateKey: 'fabric',
  leadDays: 3,
  minQty: 1,
  maxQty: 5,
  sellerPincode: '812001',
  sellerStateCode: 'IN-BR',
  sellerGstStatus: 'registered',
  isMadeToOrder: false,
  ...change,
});
const line = (change: Partial<CartLine> = {}): CartLine => ({
  offerId: 'stole',
  quantity: 1,
  seen_price_paise: 145_000n,
  seen_wrap_paise: null,
  ...change,
});
/** The refusal, or 'planned'. */
function planned(cartLine: CartLine, offerNow: OfferNow, toState = 'IN-BR'): string {
  try {
    planOrders([cartLine], [offerNow], toState, now);
    return 'planned';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('planOrders', () => {
  test.each([
    ['R-6.6', 'composition'],
    ['R-6.7', 'enrolled_unregistered'],
    ['R-6.9', 'exempt'],
  ] as const)('%s a maker whose GST standing is %s sells only inside her State', (_, sellerGstStatus) => {
    expect(planned(line(), offer({ sellerGstStatus }), 'IN-BR')).toBe('planned');
    expect(planned(line(), offer({ sellerGstStatus }), 'IN-KA')).toBe('seller_cannot_ship_interstate');
  });

  test('R-6.9 a registered maker sells everywhere', () => {
    expect(planned(line(), offer(), 'IN-KA')).toBe('planned');
  });

  test.each([
    ['at the price she saw', 5_000n, 5_000n, 'planned'],
    ['for nothing', 0n, 0n, 'planned'],
    ['a paisa dearer than she saw', 4_999n, 5_000n, 'price_changed'],
    ['that is offered no more', 5_000n, null, 'gift_wrap_not_offered'],
  ])('R-4.7 S-10 a piece wrapped as a gift, %s', (_, seen_wrap_paise, giftWrap_paise, outcome) => {
    expect(planned(line({ seen_wrap_paise }), offer({ giftWrap_paise }))).toBe(outcome);
  });

  test('R-4.7 wrapping is asked for each piece', () => {
    const [order] = planOrders([line({ quantity: 2, seen_wrap_paise: 5_000n })], [offer()], 'IN-BR', now);
    expect(order).toMatchObject({ lines: [{ wrap_paise: 5_000n, line_paise: 300_000n }] });
  });

  test.each([
    [0, 'quantity_not_sold'],
    [1, 'planned'],
    [5, 'planned'],
    [6, 'quantity_not_sold'],
  ])('R-4.7 %d of a piece sold one to five at a time: %s', (quantity, outcome) => {
    expect(planned(line({ quantity }), offer())).toBe(outcome);
  });

  test.each([
    ['a paisa dearer', 145_001n],
    ['a paisa cheaper', 144_999n],
  ])('S-10 a price that is %s than the one she saw is told', (_, price_paise) => {
    expect(planned(line(), offer({ price_paise }))).toBe('price_changed');
  });

  test.each([
    [2, 145_000n, 'planned'],
    [3, 130_000n, 'planned'],
    [3, 145_000n, 'price_changed'],
    [2, 130_000n, 'price_changed'],
  ])('R-4.7 S-10 %d pieces with a break at three, seen at %d paise: %s', (quantity, seen_price_paise, outcome) => {
    const quantityBreaks = [{ from: 3, price_paise: 130_000n }];
    expect(planned(line({ quantity, seen_price_paise }), offer({ quantityBreaks }))).toBe(outcome);
  });

  test('refusals come in this order: quantity, price, place', () => {
    const wrong = offer({ sellerGstStatus: 'exempt', price_paise: 1n });
    expect(planned(line({ quantity: 6 }), wrong, 'IN-KA')).toBe('quantity_not_sold');
    expect(planned(line(), wrong, 'IN-KA')).toBe('price_changed');
    expect(planned(line({ seen_price_paise: 1n }), wrong, 'IN-KA')).toBe('seller_cannot_ship_interstate');
  });

  test('S-10 every line lands in one order of its maker, at its whole price', () => {
    const wish = fc.record({
      seller: fc.constantFrom('a', 'b', 'c'),
      price: fc.bigInt({ min: 1n, max: 10n ** 9n }),
      quantity: fc.integer({ min: 1, max: 5 }),
      wrap: fc.option(fc.bigInt({ min: 0n, max: 10n ** 6n })),
    });
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 12 }), (wishes) => {
        const offers = wishes.map((one, i) =>
          offer({ offerId: `o${i}`, sellerId: one.seller, price_paise: one.price, giftWrap_paise: one.wrap }),
        );
        const cart = wishes.map((one, i) => ({
          offerId: `o${i}`,
          quantity: one.quantity,
          seen_price_paise: one.price,
          seen_wrap_paise: one.wrap,
        }));
        const orders = planOrders(cart, offers, 'IN-KA', now);
        const sum = wishes.reduce((all, one) => all + (one.price + (one.wrap ?? 0n)) * BigInt(one.quantity), 0n);
        expect(orders.flatMap((order) => order.lines).reduce((all, each) => all + each.line_paise, 0n)).toBe(sum);
        expect(orders.map((order) => order.sellerId)).toEqual([...new Set(wishes.map((one) => one.seller))].sort());
        expect(orders.flatMap((order) => order.lines)).toHaveLength(wishes.length);
      }),
    );
  });
});

describe('SM-4 the table', () => {
  const steps: [OrderState, OrderEvent, OrderState][] = [
    ['pending_payment', 'pay', 'placed'],
    ['pending_payment', 'lapse', 'payment_failed'],
    ['pending_payment', 'cancel', 'cancelled_by_customer'],
    ['payment_failed', 'pay', 'placed'],
    ['payment_failed', 'refund_late', 'refunded'],
    ['payment_failed', 'forget', 'abandoned'],
    ['placed', 'accept', 'confirmed'],
    ['placed', 'decline', 'cancelled_by_seller'],
    ['placed', 'lapse', 'cancelled_by_seller'],
    ['placed', 'cancel', 'cancelled_by_customer'],
    ['confirmed', 'pack', 'packed'],
    ['confirmed', 'cancel', 'cancelled_by_customer'],
    ['packed', 'hand_over', 'shipped'],
    ['packed', 'cancel_late', 'cancelled_by_customer'],
    ['shipped', 'deliver', 'delivered'],
    ['shipped', 'return_to_origin', 'rto'],
    ['rto', 'refund', 'refunded'],
    ['delivered', 'ask_return', 'return_requested'],
    ['delivered', 'complete', 'completed'],
    ['return_requested', 'approve_return', 'return_in_transit'],
    ['return_requested', 'reject_return', 'delivered'],
    ['return_in_transit', 'receive_return', 'return_accepted'],
    ['return_in_transit', 'arrive_back', 'return_delivered'],
    ['return_in_transit', 'lose_return', 'return_accepted'],
    ['return_in_transit', 'end_return', 'delivered'],
    ['return_delivered', 'receive_return', 'return_accepted'],
    ['return_delivered', 'end_return', 'delivered'],
    ['return_accepted', 'refund', 'refunded'],
  ];
  const events = [...new Set(steps.map(([, event]) => event))];

  test.each(steps)('%s --%s--> %s', (from, event, to) => expect(orderStates.next(from, event)).toBe(to));

  test.each(orderStates.names)('%s: every other step is refused', (from) => {
    const allowed = new Set(steps.filter(([state]) => state === from).map(([, event]) => event));
    for (const event of events.filter((each) => !allowed.has(each))) {
      expect(() => orderStates.next(from, event)).toThrow(expect.objectContaining({ code: 'illegal_transition' }));
    }
  });

  test.each([
    [-1, 'placed'],
    [0, 'cancelled_by_seller'],
    [1, 'cancelled_by_seller'],
  ] as const)('%d s from the end of her clock the maker acts on an order that is %s', (seconds, state) => {
    const order = { state: 'placed', due_at: now } as const;
    expect(stateFor('accept', order, new Date(now.getTime() + seconds * 1_000))).toBe(state);
    expect(stateFor('lapse', order, new Date(now.getTime() + seconds * 1_000))).toBe('placed');
  });
});

test('SM-4 order numbers carry the financial year and fifty bits of the id', () => {
  const number = orderNumber('0193a2b4-0000-7000-8000-0123456789ab', now);
  expect(number).toMatch(/^ODB-R-2026-27-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(orderNumber('0193a2b4-0000-7000-8000-0123456789ac', now)).not.toBe(number);
});

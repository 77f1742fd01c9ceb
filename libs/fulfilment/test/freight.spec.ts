import { rupees } from '#platform/money';
import { boot, type Booted } from '#platform/testing';
import { FulfilmentModule, QuoteFreight, type Parcel } from '../src/index.js';

/** From a weaver in Bhagalpur to wherever. */
const to = (toPincode: string, toState: string, weight_g = 400): Parcel => ({
  ...{ fromPincode: '812001', fromState: 'IN-BR', toPincode, toState, weight_g },
});
const cheap = rupees(100);

describe('R-6.4 what a parcel costs the shopper', () => {
  let app: Booted;
  beforeAll(async () => {
    app = await boot([FulfilmentModule]);
  });
  afterAll(() => app.close());
  const quote = (parcel: Parcel, goods_paise = cheap) =>
    app.get(QuoteFreight).of(parcel, goods_paise, new Date('2026-11-23T06:00:00Z'));

  test.each([
    ['the same sorting district', '812006', 'IN-BR', 30, 2],
    ['the same State', '800001', 'IN-BR', 40, 3],
    ['a State of the region', '834001', 'IN-JH', 45, 5],
    ['the other end of the country', '600001', 'IN-TN', 60, 7],
    ['the hills of the north-east', '795001', 'IN-MN', 90, 10],
  ])('to %s (%s, %s): ₹%p, %p days', (_, pin, state, price, days) => {
    expect(quote(to(pin, state))).toEqual({ freight_paise: rupees(price), days });
  });

  test.each([
    [1, 60],
    [500, 60],
    [501, 110],
    [1_000, 110],
    [1_001, 160],
  ])('%p g to Chennai: ₹%p', (weight_g, price) => {
    expect(quote(to('600001', 'IN-TN', weight_g)).freight_paise).toBe(rupees(price));
  });

  test.each([
    [498.99, 60],
    [499, 0],
    [499.01, 0],
  ])('goods worth ₹%p are sent for ₹%p', (goods, price) => {
    expect(quote(to('600001', 'IN-TN'), rupees(goods)).freight_paise).toBe(rupees(price));
  });
});

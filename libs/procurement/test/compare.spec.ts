import fc from 'fast-check';
import { rupees, type Paise } from '#platform/money';
import { parameterAt, policyBook, seedRows } from '#policy';
import { compare, outOf, seedOf, type Compared, type OutReason, type Wish } from '../src/comparison/compare.js';

const book = policyBook(seedRows());
const on = new Date('2026-11-22T12:00:00+05:30');
const minima = {
  manufacturers: parameterAt(book, 'l1.min_manufacturers', on).value,
  sellers: parameterAt(book, 'l1.min_sellers', on).value,
};
const sheet = { id: '019a9f00-0000-7000-8000-000000000001', at: on };
const wish: Wish = { quantity: 10, to_pincode: '110001', delivery_days: 10 };

const uuid = (no: number) => `019a9f00-0000-7000-8000-${no.toString(16).padStart(12, '0')}`;
/** An offer that meets the wish, of its own maker and seller. */
const offer = (no: number, total: Paise, more: Partial<Compared> = {}): Compared => ({
  offerId: uuid(no),
  sellerId: uuid(1_000 + no),
  manufacturerKey: `maker ${no}`,
  price_paise: total / 10n,
  quantityBreaks: [],
  governmentPrice_paise: null,
  isForSale: true,
  available: 10,
  minQty: 1,
  maxQty: null,
  servesPins: null,
  leadDays: 10,
  ...more,
});
const three = (...more: Partial<Compared>[]) => [1, 2, 3].map((no) => offer(no, rupees(1_000 * no), more[no - 1]));
const found = (offers: Compared[]) => compare(offers, wish, minima, sheet);

describe('R-1.4 the conditions of a comparison', () => {
  test('T-1.3 of three makers and sellers the cheapest is chosen, and each condition is printed', () => {
    const { chosen, conditions, competition } = found([
      offer(1, rupees(51_000)),
      offer(2, rupees(50_000) + 10n),
      offer(3, rupees(50_400)),
    ]);
    expect(chosen!.line).toMatchObject({ offerId: uuid(2), total_paise: rupees(50_000) + 10n, maker: 1, seller: 1 });
    expect(conditions.map(({ no, holds }) => [no, holds])).toEqual([1, 2, 3, 4, 5, 6, 7].map((no) => [no, true]));
    expect(competition).toMatchObject({ manufacturers: 3, sellers: 3, offers: 3, counting: 3 });
  });

  test('T-1.4 R-1.4.1 four sellers of two makers are no competition', () => {
    const makers = ['a', 'a', 'b', 'b'];
    const { chosen, competition, conditions } = found(
      makers.map((manufacturerKey, i) => offer(i + 1, rupees(20_000), { manufacturerKey })),
    );
    expect(chosen).toBeNull();
    expect(competition).toMatchObject({ sellers: 4, manufacturers: 2, min_manufacturers: 3 });
    expect(conditions.filter(({ holds }) => !holds).map(({ no }) => no)).toEqual([1, 6]);
  });

  test('R-1.4.1 goods of three makers sold by two are none either', () => {
    const { chosen, competition } = found(three({}, { sellerId: uuid(9) }, { sellerId: uuid(9) }));
    expect([chosen, competition.sellers, competition.manufacturers]).toEqual([null, 2, 3]);
  });

  test('T-1.5 the cheapest, who delivers too late, does not count', () => {
    expect(found(three({ leadDays: 20 })).chosen).toBeNull();
    const { chosen, lines } = found([...three({ leadDays: 20 }), offer(4, rupees(9_000))]);
    expect(chosen!.line.offerId).toBe(uuid(2));
    expect(lines.at(-1)).toMatchObject({ offerId: uuid(1), out: ['delivery'] });
  });

  test.each<[string, Partial<Compared>, OutReason[]]>([
    ['R-1.4.3 exactly enough in stock', { available: 10 }, []],
    ['R-1.4.3 one piece too few', { available: 9 }, ['stock']],
    ['R-1.4.3 the quantity is the least sold at once', { minQty: 10 }, []],
    ['R-1.4.3 one below it', { minQty: 11 }, ['quantity']],
    ['R-1.4.3 the quantity is the most sold at once', { maxQty: 10 }, []],
    ['R-1.4.3 one above it', { maxQty: 9 }, ['quantity']],
    ['R-1.4.4 the place is served', { servesPins: ['11', '12'] }, []],
    ['R-1.4.4 it is not', { servesPins: ['12'] }, ['place']],
    ['R-1.4.4 on the last day', { leadDays: 10 }, []],
    ['R-1.4.4 a day later', { leadDays: 11 }, ['delivery']],
    ['R-1.4.7 a suspended seller', { isForSale: false }, ['not_for_sale']],
    ['R-1.4.7 all at once', { isForSale: false, available: 0, leadDays: 11 }, ['not_for_sale', 'stock', 'delivery']],
  ])('%s', (_, more, out) => {
    expect(outOf(offer(1, rupees(1_000), more), wish)).toEqual(out);
  });

  test('R-1.4.5 the price of so many is compared, and the one for offices', () => {
    const cheaperFromTen = { quantityBreaks: [{ from: 10, price_paise: rupees(50) }] };
    const cheaperFromEleven = { quantityBreaks: [{ from: 11, price_paise: rupees(1) }] };
    const { chosen, lines } = found(three(cheaperFromEleven, cheaperFromTen, { governmentPrice_paise: rupees(49) }));
    expect(lines.map(({ total_paise }) => total_paise)).toEqual([rupees(490), rupees(500), rupees(1_000)]);
    expect(chosen!.line.offerId).toBe(uuid(3));
  });

  test('R-0.6 one paisa decides', () => {
    const { chosen } = found([offer(1, 100_010n), offer(2, 100_000n), offer(3, 100_020n)]);
    expect(chosen!.line.offerId).toBe(uuid(2));
  });
});

describe('R-2.36 equal lowest prices', () => {
  const equal = [1, 2, 3, 4, 5].map((no) => offer(no, no === 5 ? rupees(2_000) : rupees(1_000)));

  test('are drawn by a seed anybody can make again', () => {
    const { chosen, lines } = found(equal);
    const { seed, candidates, index } = chosen!.tie;
    expect(candidates).toEqual([1, 2, 3, 4].map(uuid));
    expect(seed).toBe(seedOf(sheet, lines));
    expect(index).toBe(Number(BigInt(`0x${seed}`) % 4n));
    expect(chosen!.line.offerId).toBe(candidates[index]);
  });

  test('in whatever order the offers came, the same one wins', () => {
    const winner = found(equal).chosen!.line.offerId;
    fc.assert(
      fc.property(fc.shuffledSubarray(equal, { minLength: equal.length }), (shuffled) => {
        expect(found(shuffled).chosen!.line.offerId).toBe(winner);
      }),
    );
  });

  test('over many sheets each wins, about as often as the others', () => {
    const wins = new Map<string, number>();
    for (let no = 0; no < 2_000; no++) {
      const { chosen } = compare(equal, wish, minima, { id: uuid(no), at: on });
      wins.set(chosen!.line.offerId, (wins.get(chosen!.line.offerId) ?? 0) + 1);
    }
    expect([...wins.keys()].toSorted()).toEqual([1, 2, 3, 4].map(uuid));
    for (const count of wins.values()) expect(Math.abs(count - 500)).toBeLessThan(100);
  });

  test('nobody who does not count is ever chosen, and nobody who counts is cheaper', () => {
    const any = fc.record({
      price: fc.bigInt({ min: 1n, max: 5n }),
      available: fc.integer({ min: 8, max: 12 }),
      leadDays: fc.integer({ min: 8, max: 12 }),
      maker: fc.nat(4),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (all) => {
        const offers = all.map(({ price, maker, ...more }, no) =>
          offer(no, (price * 10n) as Paise, { ...more, manufacturerKey: `maker ${maker}` }),
        );
        const { chosen, lines, competition } = found(offers);
        expect(chosen !== null).toBe(competition.manufacturers >= 3 && competition.sellers >= 3);
        if (chosen === null) return;
        expect(chosen.line.out).toEqual([]);
        for (const line of lines)
          if (line.out.length === 0) expect(line.total_paise >= chosen.line.total_paise).toBe(true);
      }),
    );
  });
});

import fc from 'fast-check';
import { countedAs, hasRunLow, summedLines } from '../src/domain/stock.rules.js';

describe('S-4 stock, decided', () => {
  it('adds up lines on one stock and orders them by id, whatever the order they came in', () => {
    expect(
      summedLines([
        { offerId: 'b', quantity: 1 },
        { offerId: 'a', quantity: 2 },
        { offerId: 'b', quantity: 3 },
      ]),
    ).toEqual([
      { offerId: 'a', quantity: 2 },
      { offerId: 'b', quantity: 4 },
    ]);
  });

  it('loses and adds no piece', () => {
    const line = fc.record({ offerId: fc.constantFrom('a', 'b', 'c'), quantity: fc.integer({ min: 1, max: 99 }) });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        const sums = summedLines(lines);
        const total = (list: readonly { quantity: number }[]) => list.reduce((sum, one) => sum + one.quantity, 0);
        const ids = sums.map((one) => one.offerId);
        return total(sums) === total(lines) && ids.join() === [...new Set(ids)].sort().join();
      }),
    );
  });

  it('refuses a line of nothing, as a fault of ours', () =>
    expect(() => summedLines([{ offerId: 'a', quantity: 0 }])).toThrow('broken invariant'));

  it.each([
    [3, 3, null],
    [3, 5, { kind: 'received', change: 2 }],
    [3, 0, { kind: 'written_off', change: -3 }],
  ])('a shelf of %i counted as %i: %j', (before, after, movement) =>
    expect(countedAs(before, after)).toEqual(movement),
  );

  it.each([
    [4, 3, false],
    [3, 2, true],
    [3, 0, true],
    [2, 1, false],
  ])('from %i to %i pieces, told at 2: %s', (before, after, told) => expect(hasRunLow(before, after, 2)).toBe(told));
});

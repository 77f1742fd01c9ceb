import fc from 'fast-check';
import { fitsReason, hasRunLow, summedLines } from '../src/domain/stock.rules.js';

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
    ['counted', 3, 5, true],
    ['counted', 3, 0, true],
    ['found', 3, 5, true],
    ['found', 3, 2, false],
    ['damaged', 3, 2, true],
    ['damaged', 3, 4, false],
    ['lost', 3, 3, true],
  ] as const)('%s: a count from %i to %i fits its reason: %s', (reason, before, after, fits) =>
    expect(fitsReason(reason, before, after)).toBe(fits),
  );

  it.each([
    [4, 3, false],
    [3, 2, true],
    [3, 0, true],
    [2, 1, false],
  ])('from %i to %i pieces, told at 2: %s', (before, after, told) => expect(hasRunLow(before, after, 2)).toBe(told));
});

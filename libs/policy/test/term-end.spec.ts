import { termEnd, type ClockUnit } from '../src/domain/term-end.js';

describe('R-0.5 when a term is over', () => {
  it.each<[string, number, ClockUnit, string]>([
    ['2026-11-22T10:00:00.000Z', 60, 'seconds', '2026-11-22T10:01:00.000Z'],
    ['2026-11-22T10:00:00.000Z', 15, 'minutes', '2026-11-22T10:15:00.000Z'],
    ['2026-11-22T10:00:00.000Z', 48, 'hours', '2026-11-24T10:00:00.000Z'],
    ['2026-11-22T10:00:00.000Z', 10, 'days', '2026-12-02T18:29:59.000Z'],
    ['2026-11-22T19:00:00.000Z', 10, 'days', '2026-12-03T18:29:59.000Z'],
    ['2027-01-31T10:00:00.000Z', 1, 'months', '2027-02-28T18:29:59.000Z'],
    ['2028-01-31T10:00:00.000Z', 1, 'months', '2028-02-29T18:29:59.000Z'],
    ['2026-11-22T10:00:00.000Z', 2, 'months', '2027-01-22T18:29:59.000Z'],
    ['2026-12-31T19:00:00.000Z', 96, 'months', '2035-01-01T18:29:59.000Z'],
  ])('from %s, %i %s → %s', (from, amount, unit, end) => {
    expect(termEnd(new Date(from), amount, unit).toISOString()).toBe(end);
  });
});

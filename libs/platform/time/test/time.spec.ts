import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  daysAfter,
  endOfIstDay,
  financialYear,
  hoursAfter,
  isWorkingDay,
  istDay,
  startOfIstDay,
} from '../src/index.js';

const ist = (text: string): Date => new Date(`${text}+05:30`);

describe('Legal time', () => {
  test.each([
    ['the last millisecond of a day', '2026-11-22T23:59:59.999', '2026-11-22'],
    ['the first of the next', '2026-11-23T00:00:00.000', '2026-11-23'],
  ])('R-0.5 days are those of India: %s', (_, at, day) => {
    expect(istDay(ist(at))).toBe(day);
  });

  test('R-0.5 "N days after D" expires at 23:59:59 on day D + N, whatever the hour of D', () => {
    for (const at of ['2026-11-22T00:00:00', '2026-11-22T23:59:59']) {
      expect(daysAfter(ist(at), 10)).toEqual(ist('2026-12-02T23:59:59'));
    }
  });

  test('R-0.5 "N hours" is exact elapsed time', () => {
    expect(hoursAfter(ist('2026-11-22T18:00:00.250'), 48)).toEqual(ist('2026-11-24T18:00:00.250'));
  });

  test.each([
    ['2027-03-31T23:59:59.999', '2026-27'],
    ['2027-04-01T00:00:00.000', '2027-28'],
    ['2099-12-31T12:00:00.000', '2099-00'],
  ])('R-0.5 %s lies in the financial year %s', (at, year) => {
    expect(financialYear(ist(at))).toBe(year);
  });

  test('R-0.5 a day begins where the one before ends', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map(istDay);
    fc.assert(
      fc.property(day, fc.integer({ min: -400, max: 400 }), (from, n) => {
        const to = addDays(from, n);
        expect(istDay(startOfIstDay(to))).toBe(to);
        expect(istDay(endOfIstDay(to))).toBe(to);
        expect(endOfIstDay(to).getTime() + 1_000).toBe(startOfIstDay(addDays(to, 1)).getTime());
        expect(addDays(to, -n)).toBe(from);
      }),
    );
  });
});

describe('Working days', () => {
  test.each([
    ['a Friday', '2026-11-20', true],
    ['a Saturday', '2026-11-21', false],
    ['a Sunday', '2026-11-22', false],
    ['Republic Day, a Tuesday', '2027-01-26', false],
    ['a day of the office’s own list', '2026-11-24', false],
  ])('%s', (_, day, works) => {
    expect(isWorkingDay(day, new Set(['2026-11-24']))).toBe(works);
  });

  test('two working days after a Friday before a holiday', () => {
    expect(addWorkingDays('2026-11-20', 2, new Set(['2026-11-23']))).toBe('2026-11-25');
    expect(addWorkingDays('2026-11-21', 0)).toBe('2026-11-21');
  });
});

import fc from 'fast-check';
import { DomainError } from '#platform/kernel';
import { rupees } from '#platform/money';
import { parameterAt, policyBook, seedRows } from '#policy';
import { decide, deemedAcceptedAt } from '../src/acceptance/decide.js';
import { lateDays, liquidatedDamages } from '../src/bill/liquidated-damages.js';
import { leastFormalMode, mayUse, splitting, type Ceilings, type Mode } from '../src/method/choose.js';

const book = policyBook(seedRows());
const ceilingsOn = (at: string): Ceilings => ({
  direct_max_paise: parameterAt(book, 'proc.direct.max', new Date(at)).value,
  l1_max_paise: parameterAt(book, 'proc.l1.max', new Date(at)).value,
});
const today = ceilingsOn('2026-11-22T12:00:00+05:30');

describe('Choosing the way to buy', () => {
  test.each<[string, bigint, Mode, boolean, Mode]>([
    ['T-1.1 the ceiling itself', rupees(50_000), 'direct', true, 'direct'],
    ['one paisa less', rupees(50_000) - 1n, 'direct', true, 'direct'],
    ['T-1.2 one paisa more', rupees(50_000) + 1n, 'direct', false, 'l1'],
    ['T-1.3 one paisa more, compared', rupees(50_000) + 1n, 'l1', true, 'l1'],
    ['T-1.6 the comparison ceiling itself', rupees(10_00_000), 'l1', true, 'l1'],
    ['T-1.7 one paisa above it', rupees(10_00_000) + 1n, 'l1', false, 'bid'],
    ['T-1.8 bidding is usable below the ceiling', rupees(40_000), 'bid', true, 'direct'],
  ])('R-1.2 R-0.6 %s', (_, value_paise, asked, allowed, least) => {
    expect(mayUse(asked, value_paise, today)).toBe(allowed);
    expect(leastFormalMode(value_paise, today)).toBe(least);
  });

  test.each([
    ['T-1.9 on 9 July 2024', '2024-07-09T23:59:59.999+05:30', false],
    ['T-1.10 from midnight of 10 July 2024', '2024-07-10T00:00:00+05:30', true],
  ])('R-1.2 ₹30,000 directly %s', (_, at, allowed) => {
    expect(mayUse('direct', rupees(30_000), ceilingsOn(at))).toBe(allowed);
  });

  test.each<[string, Mode, number, number, ReturnType<typeof splitting>]>([
    ['a first order', 'direct', 50_000, 0, 'none'],
    ['T-1.11 together above the direct ceiling', 'direct', 45_000, 40_000, 'warning'],
    ['together exactly at the direct ceiling', 'direct', 10_000, 40_000, 'none'],
    ['the same, but prices were compared', 'l1', 45_000, 40_000, 'none'],
    ['together above the comparison ceiling', 'direct', 45_000, 9_60_000, 'block'],
    ['compared, together above the comparison ceiling', 'l1', 6_00_000, 5_00_000, 'block'],
    ['bids were invited', 'bid', 20_00_000, 20_00_000, 'none'],
  ])('R-1.8 %s', (_, asked, value, earlier, found) => {
    expect(splitting(asked, rupees(value), rupees(earlier), today)).toBe(found);
  });
});

describe('Receiving', () => {
  test.each([
    [{ accepted: 10, rejected: 0, short: 0 }, 'accept_full'],
    [{ accepted: 7, rejected: 2, short: 1 }, 'accept_part'],
    [{ accepted: 0, rejected: 10, short: 0 }, 'reject'],
    [{ accepted: 0, rejected: 0, short: 10 }, 'reject'],
  ])('R-3.6 %j of 10 is %s', (counted, step) => {
    expect(decide(10, counted)).toBe(step);
  });

  test.each([
    { accepted: 9, rejected: 0, short: 0 },
    { accepted: 10, rejected: 1, short: 0 },
  ])('R-3.6 %j of 10 does not add up', (counted) => {
    expect(() => decide(10, counted)).toThrow(DomainError);
  });

  test('R-3.7 goods received on the 5th count as accepted from midnight after the 15th', () => {
    const deemed = deemedAcceptedAt(new Date('2026-11-05T23:30:00+05:30'), 10);
    expect(deemed).toEqual(new Date('2026-11-16T00:00:00+05:30'));
  });
});

describe('Paying', () => {
  const terms = { per_week_bp: 50, cap_bp: 1_000, week_days: 7 };

  test.each([
    ['a', 1_00_000, 0, 0],
    ['b', 1_00_000, 1, 500],
    ['c', 1_00_000, 7, 500],
    ['d', 1_00_000, 8, 1_000],
    ['e', 2_50_000, 30, 6_250],
    ['f', 1_00_000, 140, 10_000],
    ['g', 1_00_000, 400, 10_000],
  ])('R-3.4 T-3.4 %s: ₹%d delayed %d days costs ₹%d', (_, value, days, damages) => {
    expect(liquidatedDamages(rupees(value), days, terms)).toBe(rupees(damages));
  });

  test('R-3.4 damages never shrink with delay and never pass the cap', () => {
    const value = fc.bigInt({ min: 0n, max: 10n ** 13n });
    fc.assert(
      fc.property(value, fc.nat(1_000), (delayed, days) => {
        const now = liquidatedDamages(delayed, days, terms);
        expect(now).toBeLessThanOrEqual(liquidatedDamages(delayed, days + 1, terms));
        expect(now * 10n).toBeLessThanOrEqual(delayed + 5n);
      }),
    );
  });

  test.each([
    ['the last second of the due day', '2026-11-20T23:59:59+05:30', 0],
    ['the next midnight', '2026-11-21T00:00:00+05:30', 1],
    ['long before', '2026-11-01T00:00:00+05:30', 0],
  ])('R-3.4 late days are legal days: %s', (_, at, days) => {
    expect(lateDays(new Date('2026-11-20T23:59:59+05:30'), new Date(at))).toBe(days);
  });
});

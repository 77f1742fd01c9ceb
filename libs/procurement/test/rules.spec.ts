import fc from 'fast-check';
import { DomainError } from '#platform/kernel';
import { rupees, sumPaise } from '#platform/money';
import { parameterAt, policyBook, seedRows } from '#policy';
import { decide, deemedAcceptedAt } from '../src/acceptance/decide.js';
import { reminderOn } from '../src/acceptance/reminders.js';
import { penalInterest, supplierInterest, type InterestMonth } from '../src/bill/late-payment.js';
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

describe('Paying late', () => {
  const penal = { per_month_bp: 100, month_days: 30 };

  test.each([
    ['a', 10, 0, 0n],
    ['b', 11, 1, 16_667n],
    ['c', 25, 15, 2_500_00n],
    ['d', 40, 30, 5_000_00n],
  ])('R-3.13 T-3.13 %s: ₹5,00,000 paid on day %d is %d days late', (_, paidOnDay, late_days, interest_paise) => {
    const payBy = new Date('2026-11-20T23:59:59+05:30');
    const paidAt = new Date(payBy.getTime() + (paidOnDay - 10) * 86_400_000);
    expect(lateDays(payBy, paidAt)).toBe(late_days);
    expect(penalInterest(rupees(5_00_000), late_days, penal)).toBe(interest_paise);
  });

  const yearly = () => 550 * 3;
  const sumOf = (months: readonly InterestMonth[]) => sumPaise(months.map(({ interest_paise }) => interest_paise));
  const claim = (paidOn: string, lastDay = '2026-01-20', rate: (day: string) => number = yearly) =>
    sumOf(supplierInterest(rupees(5_00_000), lastDay, paidOn, rate));

  test.each([
    ['in time', '2026-01-20', 0n],
    ['one day late: 1 of 31 days of its month', '2026-01-21', 22_177n],
    ['a month late', '2026-02-20', 6_875_00n],
    ['three months late, monthly rests', '2026-04-20', 20_909_89n],
  ])('R-3.14 %s', (_, paidOn, interest_paise) => {
    expect(claim(paidOn)).toBe(interest_paise);
  });

  test('R-3.14 of a short month the last day ends the month, and the next one is counted from the day again', () => {
    expect(claim('2026-02-28', '2026-01-31')).toBe(6_875_00n);
    expect(claim('2026-03-31', '2026-01-31') - claim('2026-02-28', '2026-01-31')).toBe(6_969_53n);
  });

  test('R-3.14 a month takes the rate of its first day', () => {
    const from2Feb = (day: string) => (day < '2026-02-02' ? 550 : 525) * 3;
    expect(claim('2026-03-01', '2026-02-01', from2Feb)).toBe(6_562_50n);
    expect(claim('2026-02-28', '2026-01-31', from2Feb)).toBe(6_875_00n);
  });

  test('R-3.13 R-3.14 another day never costs less, and nothing is owed in time', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 13n });
    const day = (n: number) => new Date(Date.UTC(2026, 0, 31 + n)).toISOString().slice(0, 10);
    fc.assert(
      fc.property(amount, fc.nat(800), (due, days) => {
        const at = (n: number) => sumOf(supplierInterest(due, day(0), day(n), yearly));
        expect(at(days)).toBeLessThanOrEqual(at(days + 1));
        expect(at(-days)).toBe(0n);
        expect(penalInterest(due, days, penal)).toBeLessThanOrEqual(penalInterest(due, days + 1, penal));
        expect(penalInterest(due, -days, penal)).toBe(0n);
      }),
    );
  });

  const ladder = parameterAt(book, 'pay.alert_ladder', new Date('2026-11-22T12:00:00+05:30')).value;
  const everybody = ['consignee', 'buyer', 'paying_authority', 'nodal_officer'];

  test.each([
    ['the day itself', '2026-11-10T23:59:59', 0, [], '2026-11-11T00:00:00'],
    ['its next midnight', '2026-11-11T00:00:00', 1, ['consignee'], '2026-11-14T00:00:00'],
    ['the third day', '2026-11-13T23:59:59', 3, ['consignee'], '2026-11-14T00:00:00'],
    ['the fourth', '2026-11-14T00:00:00', 4, ['consignee', 'buyer'], '2026-11-16T00:00:00'],
    ['the sixth', '2026-11-16T00:00:00', 6, everybody, '2026-11-21T00:00:00'],
    ['the tenth', '2026-11-20T23:59:59', 10, everybody, '2026-11-21T00:00:00'],
    ['the eleventh', '2026-11-21T00:00:00', 11, everybody, null],
  ])('R-3.11 who is reminded on %s', (_, at, day, warns, next) => {
    const now = new Date(`${at}+05:30`);
    expect(reminderOn(ladder, new Date('2026-11-10T18:00:00+05:30'), now)).toEqual({
      ...{ day, warns, isOver: day > 10 },
      next_at: next === null ? null : new Date(`${next}+05:30`),
    });
  });
});

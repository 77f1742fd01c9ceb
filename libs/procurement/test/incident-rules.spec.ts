import {
  accusedOf,
  assertMayAccuse,
  assertMayEscalate,
  escalatesFrom,
  faults,
  faultsOfBuyers,
  levelOf,
  officeStep,
  type Fault,
  type Raiser,
} from '../src/incident/incident.rules.js';

const refusal = (code: string) => expect.objectContaining({ code }) as unknown as Error;
const at = (text: string) => new Date(`${text}+05:30`);

describe('R-3.17 the level of a fault is that of the rulebook’s examples', () => {
  test.each<[string, Fault[]]>([
    ['mild', ['wrong_category', 'late_reply']],
    ['serious', ['wrong_specification', 'late_supply', 'short_supply', 'declined_orders']],
    ['severe', ['non_delivery', 'warranty_refused']],
    ['grave', ['forged_documents', 'counterfeit', 'false_claim', 'collusion']],
  ])('%s: %s', (level, examples) => expect(examples.map(levelOf)).toEqual(examples.map(() => level)));

  test('an office’s faults have none', () =>
    expect(faultsOfBuyers.map(levelOf)).toEqual(faultsOfBuyers.map(() => null)));
});

describe('R-3.15 who accuses whom', () => {
  const mayAccuse = (raiser: Raiser) =>
    faults.filter((fault) => {
      try {
        assertMayAccuse(raiser, fault);
        return true;
      } catch {
        return false;
      }
    });
  test('a buyer a seller', () =>
    expect(mayAccuse('buyer')).toEqual(faults.filter((fault) => accusedOf(fault) === 'seller')));
  test('a seller a buyer', () => expect(mayAccuse('seller')).toEqual(faultsOfBuyers));
  test('the platform either', () => expect(mayAccuse('platform')).toEqual(faults));
  test('nobody oneself', () =>
    expect(() => assertMayAccuse('seller', 'counterfeit')).toThrow(refusal('incident_accuses_oneself')));
});

describe('R-3.16 from when it goes to the desk', () => {
  const raised_at = at('2026-12-01T12:00:00');
  const settleBy = at('2026-12-08T23:59:59');
  const word = at('2026-12-03T09:00:00');
  const late = at('2026-12-09T09:00:00');
  const from = (raised_by: Raiser, replied_at: Date | null) =>
    escalatesFrom({ raised_by, raised_at, replied_at }, settleBy);

  test.each<[string, Raiser, Date | null, Date]>([
    ['a buyer’s after the days', 'buyer', null, settleBy],
    ['a buyer’s after the seller’s first word, if that is earlier', 'buyer', word, word],
    ['a buyer’s after the days, if the word is later', 'buyer', late, settleBy],
    ['a seller’s after the days', 'seller', null, settleBy],
    ['a seller’s after the days, whatever the office said', 'seller', word, settleBy],
    ['the platform’s at once', 'platform', null, raised_at],
  ])('%s', (_, raiser, replied_at, when) => expect(from(raiser, replied_at)).toEqual(when));

  test('not a millisecond before, and at that very moment', () => {
    const before = new Date(settleBy.getTime() - 1);
    expect(() => assertMayEscalate(settleBy, before)).toThrow(refusal('incident_too_early'));
    expect(() => assertMayEscalate(settleBy, settleBy)).not.toThrow();
    expect(() => assertMayEscalate(settleBy, new Date(settleBy.getTime() + 1))).not.toThrow();
  });
});

describe('R-3.17 an office’s fault is reported the higher, the more often', () => {
  test.each([
    [1, 'report'],
    [2, 'report_above'],
    [3, 'red_flag'],
    [4, 'red_flag'],
  ])('time %i: %s', (occurrence, step) => expect(officeStep(occurrence)).toBe(step));
});

import { assertMayAppeal, assertMayDebar, occurrenceOf, suspensionDays } from '../src/domain/conduct.rules.js';
import { endOf, outlook, outlookOfRights, type TermedPaper } from '../src/domain/paper-terms.rules.js';
import { sellerStates, standingOf } from '../src/domain/seller.states.js';

const refusal = (code: string) => expect.objectContaining({ code });
const second_ms = 1_000;
const at = (text: string) => new Date(text);
const shifted = (date: Date, seconds: number) => new Date(date.getTime() + seconds * second_ms);

describe('SM-1 papers that end', () => {
  const fssai: TermedPaper = { kind: 'fssai', valid_to: '2027-05-31' };
  const gi: TermedPaper = { kind: 'gi_user', valid_to: '2027-06-30' };
  const border: TermedPaper = { kind: 'land_border', valid_to: '2027-06-30' };
  const days = [30, 7, 1];
  const long_ago = at('2027-01-01T00:00:00Z');

  test('R-4.28 a paper ends with the first second of its day in India', () => {
    expect(endOf(fssai)).toEqual(at('2027-05-30T18:30:00Z'));
  });

  test.each([
    ['a second before', -1, [], []],
    ['at its end', 0, ['fssai'], ['food']],
    ['a second after', 1, ['fssai'], ['food']],
  ])('%s', (_, seconds, ended, hidden) => {
    const now = shifted(endOf(fssai), seconds);
    expect(outlook([fssai, gi], now, now, days)).toMatchObject({ ended, hidden });
  });

  test('each kind hides its own goods; a declaration hides all', () => {
    const now = at('2027-07-15T00:00:00Z');
    expect(outlook([gi], now, now, days).hidden).toEqual(['gi']);
    expect(outlook([border, fssai, gi], now, now, days).hidden).toEqual(['food', 'gi', 'all']);
    expect(outlook([], now, now, days)).toEqual({ ended: [], hidden: [], remind: [], next: null });
  });

  const reminded = at('2027-05-24T04:30:00Z'); // 7 days before, ten in the morning in India
  test.each([
    ['a second before', -1, []],
    ['at ten in the morning', 0, [7]],
    ['a second after', 1, [7]],
  ])('the reminder of seven days comes %s', (_, seconds, found) => {
    const now = shifted(reminded, seconds);
    const since = at('2027-05-01T05:00:00Z');
    expect(outlook([fssai], since, now, days).remind.map((one) => one.days)).toEqual(found);
  });

  const silk = { gi: 'Bhagalpur Silk', valid_to: '2027-05-31' };
  test.each([
    [30, '2027-05-01T04:30:00Z'],
    [7, '2027-05-24T04:30:00Z'],
    [1, '2027-05-30T04:30:00Z'],
  ])('R-7.3 of the end of a right to a GI she is reminded %i days before, to the second', (before, moment) => {
    const since = shifted(at(moment), -60);
    for (const [seconds, found] of [
      [-1, []],
      [0, [before]],
      [1, [before]],
    ] as const) {
      const { remind } = outlookOfRights([silk], since, shifted(at(moment), seconds), days);
      expect(remind).toEqual(found.map((days) => ({ gi: 'Bhagalpur Silk', endsOn: '2027-05-31', days })));
    }
    expect(outlookOfRights([silk], since, shifted(at(moment), -1), days).next).toEqual(at(moment));
  });

  test('R-7.3 after its last reminder a right to a GI needs no look any more; one that ended is reminded of no more', () => {
    expect(outlookOfRights([silk], long_ago, at('2027-05-30T04:30:00Z'), days).next).toBeNull();
    expect(outlookOfRights([silk], long_ago, endOf(silk), days)).toEqual({ remind: [], next: null });
    expect(outlookOfRights([], long_ago, long_ago, days)).toEqual({ remind: [], next: null });
  });

  test('what was reminded of is not again; after an outage only the nearest reminder is sent', () => {
    expect(outlook([fssai], shifted(reminded, 1), shifted(reminded, 2), days).remind).toEqual([]);
    expect(outlook([fssai], long_ago, at('2027-05-30T12:00:00Z'), days).remind).toEqual([
      { kind: 'fssai', endsOn: '2027-05-31', days: 1 },
    ]);
    expect(outlook([fssai], long_ago, at('2027-06-02T00:00:00Z'), days).remind).toEqual([]);
  });

  test('it looks again at the next reminder, then at the end, then never', () => {
    expect(outlook([fssai], long_ago, long_ago, days).next).toEqual(at('2027-05-01T04:30:00Z'));
    expect(outlook([fssai], long_ago, at('2027-05-30T10:00:00Z'), days).next).toEqual(endOf(fssai));
    expect(outlook([fssai], long_ago, endOf(fssai), days).next).toBeNull();
  });
});

describe('R-3.17 what follows from a fault', () => {
  const grave = { first_days: 180, second_days: 365, third_days: 730, third_removes: true };
  const now = at('2027-06-15T12:00:00Z');
  const countsUntil = (ended: Date) => new Date(ended.getTime() + 365 * 86_400_000);
  const earlier = (occurrence: number, ended: string | null, outcome: 'over' | 'appeal' | null = 'over') => ({
    severity: 'grave' as const,
    occurrence,
    ended_at: ended === null ? null : at(ended),
    outcome: ended === null ? null : outcome,
  });

  test.each([
    ['nothing before', [], 1],
    ['one before, over for a while', [earlier(1, '2027-01-01T00:00:00Z')], 2],
    ['two before', [earlier(1, '2026-08-01T00:00:00Z'), earlier(2, '2027-01-01T00:00:00Z')], 3],
    ['the last one counts on although the first is long over', [earlier(2, '2027-01-01T00:00:00Z')], 3],
    ['over for longer than the time of repetition', [earlier(2, '2026-06-15T11:59:59Z')], 1],
    ['over for just that time', [earlier(1, '2026-06-15T12:00:00Z')], 2],
    ['annulled by an appeal', [earlier(1, '2027-01-01T00:00:00Z', 'appeal')], 1],
    ['of another level', [{ ...earlier(1, '2027-01-01T00:00:00Z'), severity: 'mild' as const }], 1],
  ])('%s', (_, measures, times) => {
    expect(occurrenceOf('grave', measures, now, countsUntil)).toBe(times);
  });

  test.each([
    [1, 180],
    [2, 365],
    [3, 730],
    [4, 730],
  ])('time %i: %i days', (occurrence, days) => expect(suspensionDays(grave, occurrence)).toBe(days));

  const measure = { severity: 'grave' as const, occurrence: 3, decided_by: 'first officer' };
  test('only a grave fault for the third time excludes, decided by another officer', () => {
    expect(() => assertMayDebar(measure, grave, 'second officer')).not.toThrow();
    expect(() => assertMayDebar({ ...measure, occurrence: 2 }, grave, 'x')).toThrow(refusal('debarment_not_due'));
    expect(() => assertMayDebar(measure, { ...grave, third_removes: false }, 'x')).toThrow(
      refusal('debarment_not_due'),
    );
    expect(() => assertMayDebar(measure, grave, 'first officer')).toThrow(refusal('own_decision'));
  });

  const until = at('2027-07-15T18:29:59Z');
  test.each([
    ['a second before its end', 0, -1, null],
    ['at its end', 0, 0, null],
    ['a second later', 0, 1, 'appeal_too_late'],
    ['a second time', 1, -1, 'appeal_made'],
    ['a second time, too late', 1, 1, 'appeal_made'],
  ])('R-3.18 an appeal %s', (_, made, seconds, code) => {
    const act = () => assertMayAppeal(made, 1, until, shifted(until, seconds));
    if (code === null) expect(act).not.toThrow();
    else expect(act).toThrow(refusal(code));
  });
});

describe('SM-1 what a state means elsewhere', () => {
  const may = (state: (typeof sellerStates.names)[number]) => {
    const { mayList, takesOrders, servesOrders } = standingOf(state, []);
    return [mayList && 'lists', takesOrders && 'sells', servesOrders && 'serves'].filter(Boolean).join(' ');
  };
  test.each([
    ['draft', ''],
    ['submitted', ''],
    ['under_review', ''],
    ['needs_correction', ''],
    ['lapsed', ''],
    ['verified', 'lists sells serves'],
    ['rejected', ''],
    ['active', 'lists sells serves'],
    ['restricted', 'sells serves'],
    ['moratorium', 'serves'],
    ['suspended', 'serves'],
    ['debarred', ''],
    ['closed', ''],
  ] as const)('%s: %s', (state, does) => expect(may(state)).toBe(does));

  test('a seller whose declaration ended sells nothing', () => {
    expect(standingOf('restricted', ['all'])).toMatchObject({ takesOrders: false, servesOrders: true });
    expect(standingOf('restricted', ['food'])).toMatchObject({ takesOrders: true, hidden: ['food'] });
  });
});

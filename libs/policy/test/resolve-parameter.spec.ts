import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rupees } from '#platform/money';
import type { ParameterRow } from '../src/domain/parameter.js';
import { seedRows } from '../src/domain/parameter.js';
import { findParameter, parameterAt, policyBook } from '../src/domain/resolve-parameter.js';
import type { Audience, Scope } from '../src/domain/scope.js';
import { scopesOf, stateScope } from '../src/domain/scope.js';

const office = '01890a5d-ac96-774b-bcce-b302099a8057';

const ceiling = (scope: Scope, from: string, to: string | null, whole: number): ParameterRow => ({
  key: 'proc.direct.max',
  scope,
  value: rupees(whole),
  unit: 'paise',
  effective_from: from,
  effective_to: to,
  source: 'an order invented for this test',
  confidence: 'D',
  rule: 'R-1.2',
  says: 'A ceiling.',
});

const book = policyBook([
  ceiling('GLOBAL', '2024-07-10', null, 50_000),
  ceiling('SCIENTIFIC', '2025-01-01', null, 1_00_000),
  ceiling('STATE:UP', '2025-01-01', '2026-01-01', 75_000),
  ceiling(`ORG:${office}`, '2025-06-01', '2025-07-01', 2_00_000),
]);

const june = new Date('2025-06-15T06:00:00Z');
const december = new Date('2024-12-15T06:00:00Z');

describe('R-0.3 the most specific scope answers', () => {
  it.each<[string, Date, Audience, number]>([
    ['everybody', june, {}, 50_000],
    ['a class with its own row', june, { buyerClass: 'SCIENTIFIC' }, 1_00_000],
    ['a class without one', june, { buyerClass: 'CPSE' }, 50_000],
    ['a class before its row began', december, { buyerClass: 'SCIENTIFIC' }, 50_000],
    ['an organisation with its own row', june, { buyerOrg: office, buyerClass: 'SCIENTIFIC' }, 2_00_000],
    ['that organisation after its row ended', new Date('2025-07-15T06:00:00Z'), { buyerOrg: office }, 50_000],
    ['a State as a buyer', june, { buyerClass: 'STATE:UP' }, 75_000],
    ['a State of a maker', june, { state: 'STATE:UP' }, 75_000],
    ['another State', june, { state: 'STATE:BR' }, 50_000],
  ])('%s', (_, date, audience, whole) => {
    expect(parameterAt(book, 'proc.direct.max', date, audience).value).toBe(rupees(whole));
  });

  it('asks organisation, class, State and everybody in that order', () => {
    expect(scopesOf({ buyerOrg: office, buyerClass: 'CENTRAL', state: 'STATE:UP' })).toEqual([
      `ORG:${office}`,
      'CENTRAL',
      'STATE:UP',
      'GLOBAL',
    ]);
    expect(scopesOf({ buyerClass: 'STATE:UP', state: 'STATE:UP' })).toEqual(['STATE:UP', 'GLOBAL']);
  });
});

describe('R-0.3 a key without a value on that day', () => {
  it('is refused with the day', () => {
    const early = new Date('2024-07-09T18:29:59.999Z');
    expect(findParameter(book, 'proc.direct.max', early)).toBeUndefined();
    expect(() => parameterAt(book, 'proc.direct.max', early)).toThrow(
      expect.objectContaining({ code: 'parameter_not_in_force', facts: { key: 'proc.direct.max', day: '2024-07-09' } }),
    );
  });
});

describe('R-6.7 the registration threshold follows the State', () => {
  const seeds = policyBook(seedRows());
  it.each([
    ['2026-11-22', 'STATE:UP', 40_00_000],
    ['2019-03-31', 'STATE:UP', 20_00_000],
    ['2026-11-22', 'STATE:MN', 10_00_000],
    ['2026-11-22', 'STATE:SK', 20_00_000],
  ] as const)('on %s in %s it is %i rupees', (day, state, whole) => {
    const row = parameterAt(seeds, 'gst.registration_threshold', new Date(`${day}T06:00:00Z`), { state });
    expect(row.value).toBe(rupees(whole));
  });
});

describe('a State', () => {
  it('is named by its ISO code', () => {
    expect(stateScope('IN-UP')).toBe('STATE:UP');
    expect(() => stateScope('UP')).toThrow('broken invariant');
  });

  it('of the threshold table is one of the 36', () => {
    const lines = readFileSync(join(__dirname, '../../odop/seed/states.csv'), 'utf8').split('\n');
    const states = new Set(lines.flatMap((line) => /^IN-([A-Z]{2}),/.exec(line)?.[1] ?? []));
    const used = seedRows().flatMap((row) => /^STATE:(..)$/.exec(row.scope)?.[1] ?? []);
    expect(used.filter((state) => !states.has(state))).toEqual([]);
  });
});

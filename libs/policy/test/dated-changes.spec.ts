import { startOfIstDay } from '#platform/time';
import { seedRows, type ParameterRow } from '../src/domain/parameter.js';
import { findParameter, policyBook } from '../src/domain/resolve-parameter.js';
import type { ParameterKey } from '../src/domain/registry.js';
import type { Audience, Scope } from '../src/domain/scope.js';
import { isAbsent, knownChanges } from './known-changes.js';

const book = policyBook(seedRows());

const at = (key: ParameterKey, instant: Date, audience: Audience = {}): unknown =>
  findParameter(book, key, instant, audience)?.value;
const lastMoment = (day: string): Date => new Date(startOfIstDay(day).getTime() - 1);

function expectValue(actual: unknown, expected: unknown): void {
  if (isAbsent(expected)) expect(actual).toBeUndefined();
  else if (typeof expected === 'object') expect(actual).toMatchObject(expected as object);
  else expect(actual).toBe(expected);
}

describe('R-0.3 well-known changes, written down by hand', () => {
  it.each(knownChanges)('%s changes on %s at 00:00 in India', (key, day, before, after) => {
    expectValue(at(key, lastMoment(day)), before);
    expectValue(at(key, startOfIstDay(day)), after);
  });

  it('the day begins at 18:30 UTC of the day before', () => {
    expect(at('proc.direct.max', new Date('2024-07-09T18:29:59.999Z'))).toBe(25_000_00n);
    expect(at('proc.direct.max', new Date('2024-07-09T18:30:00.000Z'))).toBe(50_000_00n);
  });
});

const audienceOf = (scope: Scope): Audience =>
  scope.startsWith('STATE:') ? { state: scope as `STATE:${string}` } : {};
const started = seedRows().map((row) => [row.key, row.scope, row.effective_from, row] as const);
const ended = seedRows()
  .filter((row) => row.effective_to !== null)
  .map((row) => [row.key, row.scope, row.effective_to!, row] as const);

describe('R-0.3 every dated row', () => {
  it.each(started)('%s for %s holds from %s, not a millisecond earlier', (key, scope, day, row) => {
    const before = findParameter(book, key, lastMoment(day), audienceOf(scope));
    const after = findParameter(book, key, startOfIstDay(day), audienceOf(scope));
    expect(startOf(before)).not.toBe(startOf(row));
    expect(after).toEqual(row);
  });

  it.each(ended)('%s for %s ends on %s, not a millisecond earlier', (key, scope, day, row) => {
    expect(findParameter(book, key, lastMoment(day), audienceOf(scope))).toEqual(row);
    expect(findParameter(book, key, startOfIstDay(day), audienceOf(scope))).not.toEqual(row);
  });
});

const startOf = (row: Pick<ParameterRow, 'scope' | 'effective_from'> | undefined): string | undefined =>
  row && `${row.scope} ${row.effective_from}`;

describe('R-0.3 the list of hand-written changes', () => {
  const covered = new Set(knownChanges.map(([key, day]) => `${key} ${day}`));
  const rows = seedRows().filter((row) => row.scope === 'GLOBAL' && !row.key.startsWith('gst.rate.'));
  const changes = rows.filter((row) =>
    rows.some((other) => other.key === row.key && other.effective_to === row.effective_from),
  );

  it('names every change from one value to another', () => {
    const missing = changes.map((row) => `${row.key} ${row.effective_from}`).filter((change) => !covered.has(change));
    expect(missing).toEqual([]);
  });
});

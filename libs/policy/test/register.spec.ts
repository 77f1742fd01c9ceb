import { isLegalDay } from '../src/domain/legal-day.js';
import { areas, parameters } from '../seed/parameters.js';
import { seedRows } from '../src/domain/parameter.js';
import { definitionOf, parameterKeys, readValue, toStored } from '../src/domain/registry.js';
import { isScope } from '../src/domain/scope.js';

const rows = seedRows();

describe('R-0.3 the register', () => {
  it('keeps every key in one area only', () => {
    const keys = Object.values(areas).flatMap((area) => Object.keys(area));
    expect(keys.length).toBe(new Set(keys).size);
    expect(new Set(keys)).toEqual(new Set(Object.keys(parameters)));
  });

  it.each(parameterKeys)('%s has a well-formed name, a rule, a sentence and a value', (key) => {
    const definition = definitionOf(key);
    expect(key).toMatch(/^[a-z0-9_]+(\.[a-z0-9_]+)*$/);
    expect(definition.rule).toMatch(/^(R-\d+\.\d+[a-z]?|SM-\d|S-\d+)$/);
    expect(definition.says).toMatch(/^[A-Z].{15,200}\.$/);
    expect(definition.rows.length).toBeGreaterThan(0);
  });

  it.each(rows.map((row) => [row.key, row.scope, row.effective_from, row] as const))(
    '%s for %s from %s names its source, scope, day and a fitting value',
    (key, scope, day, row) => {
      expect(row.source.length).toBeGreaterThan(20);
      expect(['source', 'K', 'D']).toContain(row.confidence);
      expect(row.says).toMatch(/^[A-Z].*\.$/);
      expect(isScope(scope)).toBe(true);
      expect(isLegalDay(day)).toBe(true);
      expect(row.effective_to === null || row.effective_to > day).toBe(true);
      expect(readValue(key, row.value).data).toEqual(row.value);
      expect(readValue(key, toStored(row.value)).data).toEqual(row.value);
    },
  );

  it('has no two rows of one key and scope that overlap', () => {
    const overlaps = rows.filter((a) =>
      rows.some(
        (b) =>
          a !== b &&
          a.key === b.key &&
          a.scope === b.scope &&
          a.effective_from <= b.effective_from &&
          (a.effective_to === null || b.effective_from < a.effective_to),
      ),
    );
    expect(overlaps).toEqual([]);
  });
});

describe('the values held today', () => {
  const weights = (value: unknown): number => Object.values(value as Record<string, number>).reduce((a, b) => a + b, 0);
  const values = (key: keyof typeof parameters): unknown[] => definitionOf(key).rows.map((row) => row.value);

  it('R-3.19 the weights of a rating add up to the whole', () => {
    for (const key of ['rating.buyer.weights', 'rating.seller.weights'] as const)
      for (const value of values(key)) expect(weights(value)).toBe(10_000);
  });

  it('R-2.40 the shares of a split award add up to the whole', () => {
    for (const ratios of values('award.split_ratios') as Record<string, number[]>[])
      for (const [sellers, shares] of Object.entries(ratios)) {
        expect(shares).toHaveLength(Number(sellers));
        expect(shares.reduce((a, b) => a + b, 0)).toBe(10_000);
      }
  });

  it('R-6.11 the tiers of a rate meet without gap or overlap', () => {
    const rates = parameterKeys.filter((key) => key.startsWith('gst.rate.')).flatMap(values) as {
      tiers: { above_paise: bigint | null; upto_paise: bigint | null }[];
    }[];
    expect(rates.length).toBeGreaterThan(70);
    for (const { tiers } of rates) {
      expect(tiers[0]!.above_paise).toBeNull();
      expect(tiers.at(-1)!.upto_paise).toBeNull();
      tiers.slice(1).forEach((tier, i) => expect(tier.above_paise).toBe(tiers[i]!.upto_paise));
    }
  });
});

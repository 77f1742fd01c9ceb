import type { ParameterRow } from '../src/domain/parameter.js';
import { planSeed } from '../src/domain/plan-seed.js';

const row = (effective_from: string, effective_to: string | null, value = 48): ParameterRow => ({
  key: 'match.hours',
  scope: 'GLOBAL',
  value,
  unit: 'hours',
  effective_from,
  effective_to,
  source: 'an order invented for this test',
  confidence: 'D',
  rule: 'R-5.9',
  says: 'Hours.',
});
const spans = (rows: ParameterRow[]) => rows.map((one) => [one.effective_from, one.effective_to]);

describe('R-0.3 a newer release brings newer values', () => {
  it('adds everything to an empty register', () => {
    const seeds = [row('2020-01-01', '2025-01-01'), row('2025-01-01', null)];
    expect(planSeed([], seeds)).toEqual({ adds: seeds, closes: [] });
  });

  it('adds nothing the second time, even when an administrator closed a row since', () => {
    expect(planSeed([row('2020-01-01', '2027-01-01'), row('2027-01-01', null, 60)], [row('2020-01-01', null)])).toEqual(
      {
        adds: [],
        closes: [],
      },
    );
  });

  it('closes the open row that a new one follows', () => {
    const plan = planSeed([row('2020-01-01', null)], [row('2020-01-01', '2027-04-01'), row('2027-04-01', null, 24)]);
    expect(spans(plan.adds)).toEqual([['2027-04-01', null]]);
    expect(plan.closes).toEqual([{ row: row('2020-01-01', null), effective_to: '2027-04-01' }]);
  });

  it('leaves a value that an administrator added for later in force from its day', () => {
    const there = [row('2020-01-01', '2028-01-01'), row('2028-01-01', null, 60)];
    const plan = planSeed(there, [row('2020-01-01', '2027-04-01'), row('2027-04-01', null, 24)]);
    expect(spans(plan.adds)).toEqual([['2027-04-01', '2028-01-01']]);
  });
});

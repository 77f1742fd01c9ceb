import { rupees } from '#platform/money';
import { seedRows } from '../src/domain/parameter.js';
import { earliestDay, planChange, type WantedChange } from '../src/domain/plan-change.js';

const rows = seedRows();
const now = new Date('2026-11-22T10:00:00Z');
const wish = (change: Partial<WantedChange>): WantedChange => ({
  key: 'proc.direct.max',
  scope: 'GLOBAL',
  value: '10000000',
  effective_from: '2027-04-01',
  ...change,
});

describe('R-0.3 a wished value finds its place', () => {
  it('closes what holds on that day and stays open', () => {
    const plan = planChange(rows, wish({}), now);
    expect(plan).toMatchObject({ value: rupees(1_00_000), effective_from: '2027-04-01', effective_to: null });
    expect(plan.closes).toMatchObject({ effective_from: '2024-07-10', scope: 'GLOBAL' });
  });

  it('begins a scope of its own without touching the others', () => {
    expect(planChange(rows, wish({ scope: 'SCIENTIFIC' }), now)).toMatchObject({ closes: null, effective_to: null });
  });

  it('ends where a later change already begins', () => {
    const later = {
      ...rows.find((row) => row.key === 'proc.direct.max')!,
      effective_from: '2028-04-01',
      effective_to: null,
    };
    expect(planChange([...rows, later], wish({}), now).effective_to).toBe('2028-04-01');
  });
});

describe('R-0.3 a wished value is refused', () => {
  const later = {
    ...rows.find((row) => row.key === 'proc.direct.max')!,
    effective_from: '2027-04-01',
    effective_to: null,
  };
  it.each<[string, Partial<WantedChange>]>([
    ['parameter_unknown', { key: 'proc.direct.maximum', value: 'x', effective_from: '2020-01-01' }],
    ['parameter_value_invalid', { value: 50_000.5, effective_from: '2020-01-01' }],
    ['parameter_value_invalid', { value: '-1' }],
    ['parameter_value_invalid', { key: 'ld.cap_pct', value: '1000' }],
    ['parameter_value_invalid', { key: 'ld.cap_pct', value: 1_000_000 }],
    ['parameter_value_invalid', { key: 'epbg.range', value: { least_bp: 300 } }],
    ['parameter_value_invalid', { key: 'epbg.range', value: { least_bp: 300, most_bp: 500, more: 1 } }],
    ['parameter_value_invalid', { key: 'dpdp.enforced_from', value: '2027-02-30' }],
    ['parameter_not_in_future', { effective_from: '2026-11-22' }],
    ['parameter_not_in_future', { effective_from: '2024-07-10' }],
    ['parameter_changes_that_day', { effective_from: '2027-04-01' }],
  ])('%s', (code, change) => {
    expect(() => planChange([...rows, later], wish(change), now)).toThrow(expect.objectContaining({ code }));
  });
});

describe('R-0.4 only the future can be changed', () => {
  it.each([
    ['2026-11-22T10:00:00Z', '2026-11-23'],
    ['2026-11-22T18:24:59Z', '2026-11-23'],
    ['2026-11-22T18:25:00Z', '2026-11-24'],
    ['2026-11-22T18:30:00Z', '2026-11-24'],
  ])('asked at %s, the earliest day is %s', (instant, day) => {
    expect(earliestDay(new Date(instant))).toBe(day);
  });
});

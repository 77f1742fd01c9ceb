import { z } from 'zod';
import { pageOf, pageQuery } from '#platform/http';
import { isScope, units, type ParameterRow } from '#policy';
import { shownValue } from './policy-value.js';

export const parameterKey = z
  .string()
  .max(80)
  .regex(/^[a-z0-9_]+(\.[a-z0-9_]+)*$/);

export const scope = z
  .string()
  .max(50)
  .refine(isScope, 'Expected GLOBAL, CENTRAL, CPSE, AUTONOMOUS, SCIENTIFIC, STATE:UP or ORG:<id>')
  .describe('whom a value binds: everybody, a class of buyers, a State, one organisation');

export const parameter = z
  .strictObject({
    key: parameterKey,
    scope: z.string(),
    unit: z.enum(units).describe('what the value counts; bp = hundredths of a per cent'),
    value: z.unknown().describe('money for paise, a number for shares and times, members of their own for json'),
    effectiveFrom: z.iso.date().describe('first legal day in India'),
    effectiveTo: z.iso.date().nullable().describe('first day on which it no longer holds; null = no end known'),
    rule: z.string(),
    says: z.string(),
    source: z.string(),
    confidence: z
      .enum(['source', 'K', 'D'])
      .describe('read in the source named; known practice to be confirmed; decision of the platform'),
  })
  .meta({
    id: 'PolicyParameter',
    example: {
      key: 'proc.direct.max',
      scope: 'GLOBAL',
      unit: 'paise',
      value: { paise: 5_000_000, currency: 'INR' },
      effectiveFrom: '2024-07-10',
      effectiveTo: null,
      rule: 'R-1.2',
      says: 'Largest all-inclusive order value that may be bought directly, without comparing prices.',
      source: 'S2 Ministry of Finance, OM 1/3/2024/PPD, summary, 10 Jul 2024',
      confidence: 'source',
    },
  });
export type ParameterView = z.infer<typeof parameter>;

export const parameterPage = pageOf(parameter);

export const parametersQuery = pageQuery.extend({
  date: z.iso.date().optional().describe('legal day in India; today if absent'),
  rule: z.string().max(12).optional().describe('only what this rule rests on, such as R-1.2'),
  scope: scope.optional(),
});
export type ParametersQuery = z.infer<typeof parametersQuery>;

export function parameterView(row: ParameterRow): ParameterView {
  return {
    key: row.key,
    scope: row.scope,
    unit: row.unit,
    value: shownValue(row.unit, row.value),
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to,
    rule: row.rule,
    says: row.says,
    source: row.source,
    confidence: row.confidence,
  };
}

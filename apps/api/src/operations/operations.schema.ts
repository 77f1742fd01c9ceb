import { z } from 'zod';
import { operation_errors_max } from '#platform/http';

export const operation = z
  .strictObject({
    id: z.uuid(),
    kind: z.string(),
    state: z.enum(['running', 'done', 'failed']),
    progress: z.int().min(0).max(100),
    errors: z.array(z.strictObject({ row: z.int(), code: z.string(), detail: z.string() })).max(operation_errors_max),
    result: z.record(z.string(), z.unknown()).nullable().describe('what came of it, once it has ended'),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({
    id: 'Operation',
    example: {
      id: '0192f0c1-2f4e-7d3b-8a51-6a2f6d1f0c11',
      kind: 'catalogue.import',
      state: 'running',
      progress: 40,
      errors: [{ row: 17, code: 'price_above_mrp', detail: 'The price is above the MRP.' }],
      result: null,
      startedAt: '2026-11-22T09:15:27.120Z',
      endedAt: null,
    },
  });

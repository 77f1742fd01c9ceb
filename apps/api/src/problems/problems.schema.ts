import { z } from 'zod';

export const problemKind = z
  .strictObject({
    code: z.string(),
    module: z.string().describe('the part of the service that refuses so'),
    status: z.int(),
    rule: z.string().optional().describe('id of the rule behind it'),
    next: z.string().optional().describe('what to do then'),
  })
  .meta({
    id: 'ProblemKind',
    example: {
      code: 'invalid_input',
      module: 'http',
      status: 422,
      rule: 'S-47',
      next: 'Correct what "errors" points at.',
    },
  });

export const problemKinds = z.strictObject({ items: z.array(problemKind).max(10_000) }).meta({ id: 'ProblemKinds' });

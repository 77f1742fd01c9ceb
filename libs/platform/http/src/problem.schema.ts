import { z } from 'zod';

/** Most faults a refusal points at; the rest are only counted. @rule S-48 */
export const faults_max = 50;

/** What every refusal looks like (RFC 9457 with our members). */
export const problemSchema = z
  .strictObject({
    type: z.url().describe('address of a page about this code'),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().describe('one sentence for a person'),
    instance: z.string().describe('the request, as urn:uuid'),
    code: z.string().describe('stable name of the refusal'),
    rule: z.string().optional().describe('id of the rule behind it'),
    facts: z.record(z.string(), z.unknown()).optional().describe('the values the sentence speaks of'),
    next: z.string().optional().describe('what to do now'),
    errors: z
      .array(z.strictObject({ pointer: z.string().describe('JSON Pointer as URI fragment'), detail: z.string() }))
      .max(faults_max)
      .optional(),
  })
  .meta({
    id: 'Problem',
    description: 'A refusal (RFC 9457)',
    example: {
      type: 'https://bazaar.example/problems/invalid_input',
      title: 'Invalid input',
      status: 422,
      detail: 'One value is not as it should be.',
      instance: 'urn:uuid:0192f0c1-2f4e-7d3b-8a51-6a2f6d1f0c11',
      code: 'invalid_input',
      rule: 'S-47',
      next: 'Correct what "errors" points at.',
      errors: [{ pointer: '#/lines/0/quantity', detail: 'Too small: expected number to be >=1' }],
    },
  });

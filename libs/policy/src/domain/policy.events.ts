import { z } from 'zod';
import { event } from '#platform/kernel';

/** A second person approved a value that will hold from a future day on. */
export const ParameterApproved = event(
  'policy.parameter_approved',
  z.object({ key: z.string(), scope: z.string(), effectiveFrom: z.string(), proposalId: z.uuid() }),
);

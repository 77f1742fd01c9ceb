import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

/** The body of a 202: `@HttpCode(202) @Answers(202, acceptedOperation)`. */
export const acceptedOperation = z
  .strictObject({ operationId: z.uuid().describe('read it at the Location of this answer') })
  .meta({ id: 'AcceptedOperation' });

/** Whether the caller wants the work done after the answer (RFC 7240); tells her that it was heard. @rule STD-1.8 */
export function prefersAsync(request: FastifyRequest, reply: FastifyReply): boolean {
  const wanted = /(^|[,\s])respond-async($|[,;\s])/i.test(String(request.headers['prefer'] ?? ''));
  if (wanted) void reply.header('preference-applied', 'respond-async');
  return wanted;
}

import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { log } from '#platform/observability';
import { operationOf } from './operation-of.js';
import type { PathObjects } from './path-objects.js';
import { problemHeaders, problemJson, problemOf, problemType, refusalOf } from './problem.js';

/** The one form of every error, whoever threw it. @rule STD-1.1 S-49 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly pathObjects: PathObjects) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const told = await this.pathObjects.refusalFor(request, error);
    sendProblem(request, http.getResponse<FastifyReply>(), told);
  }
}

/** Refusals that are kept as security events (S-70). */
const securityRelevant = new Set([401, 403, 429]);

export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: unknown): void {
  const refusal = refusalOf(error);
  if (refusal.status >= 500) {
    const level = refusal.code === 'internal_error' ? 'error' : 'warn';
    log[level]({ requestId: request.id, operation: operationOf(request), err: error }, refusal.code);
  }
  if (securityRelevant.has(refusal.status)) {
    const { personId, organisationId } = request.actor;
    const who = { personId, organisationId, address: request.ip };
    log.info({ event: 'refused', requestId: request.id, operation: operationOf(request), code: refusal.code, ...who });
  }
  if (reply.sent || reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  reply.removeHeader('etag');
  reply.removeHeader('cache-control');
  void reply
    .status(refusal.status)
    .headers({
      ...problemHeaders(refusal),
      'content-type': problemType,
      'cache-control': 'no-store',
      'x-request-id': request.id,
    })
    .send(problemJson(problemOf(refusal, request.id)));
}

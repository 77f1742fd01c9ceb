import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { runInContext } from '#platform/observability';
import { operationOf } from './operation-of.js';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Everything a handler does is done as its caller, under its request id. */
export class ContextInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return runInContext(
      {
        actor: request.actor,
        requestId: request.id,
        address: request.ip,
        operation: operationOf(request),
        audited: !safe.has(request.method),
      },
      () => next.handle(),
    );
  }
}

import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import type { UnitOfWork } from '#platform/database';
import { runInContext, type Context } from '#platform/observability';
import { operationOf } from './operation-of.js';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Everything a handler does is done as its caller, under its request id. A request that may change something and
 * succeeds has left a row in the audit trail by the time it is answered, whatever its handler did. @rule S-69
 */
export class ContextInterceptor implements NestInterceptor {
  constructor(private readonly work: UnitOfWork) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const context: Context = {
      actor: request.actor,
      requestId: request.id,
      address: request.ip,
      operation: operationOf(request),
      audited: !safe.has(request.method),
      trail: { rows: 0 },
    };
    const handle = (): Observable<unknown> => runInContext(context, () => next.handle());
    const answer = request.span ? request.span.within(handle) : handle();
    return context.audited ? answer.pipe(mergeMap((body) => this.leaveTrace(context, body))) : answer;
  }

  /** A handler that opened no transaction of its own gets one that holds its audit row. */
  private async leaveTrace(context: Context, body: unknown): Promise<unknown> {
    if (context.audited && context.trail?.rows === 0) {
      await runInContext(context, () => this.work.run(() => Promise.resolve()));
    }
    return body;
  }
}

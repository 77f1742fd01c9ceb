import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, map, type Observable } from 'rxjs';
import { UnitOfWork } from '#platform/database';
import { runInContext, type Context } from '#platform/observability';
import { opened } from './answers/opened.js';
import { OneEffect } from './idempotency/one-effect.js';
import { operationOf } from './operation-of.js';
import { PathObjects } from './path-objects.js';
import { assertBodyFits } from './request-checks.js';
import type { RoutePolicy } from './route-policy.js';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * What stands around every handler: it runs as its caller and under its request id, once for each Idempotency-Key, and
 * what it returns around its body becomes headers. One interceptor, because each costs every request its turn.
 */
@Injectable()
export class EdgeInterceptor implements NestInterceptor {
  constructor(
    private readonly work: UnitOfWork,
    private readonly oneEffect: OneEffect,
    private readonly pathObjects: PathObjects,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = execution.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const context = contextOf(request);
    const answer = (result: unknown): unknown => opened(result, request, reply);
    const run = <R>(work: () => R): R => runInContext(context, request.span ? () => request.span!.within(work) : work);
    if (!context.audited) return run(() => next.handle().pipe(map(answer)));
    const handle = async () => answer(await lastValueFrom(next.handle(), { defaultValue: undefined }));
    return from(run(() => this.change(context, request, reply, handle)));
  }

  /** A change that succeeds has left a row in the audit trail by the time it is answered, whatever its handler did. @rule S-69 */
  private async change(
    context: Context,
    request: FastifyRequest,
    reply: FastifyReply,
    handle: () => Promise<unknown>,
  ): Promise<unknown> {
    const { idempotent } = request.routeOptions.config.odop!;
    const body = await this.once(idempotent, request, reply, handle);
    if (context.audited && context.trail?.rows === 0) await this.work.run(() => Promise.resolve());
    return body;
  }

  /** A body is refused only to who may know that there is something it is about. @rule S-42 */
  private async once(
    idempotent: RoutePolicy['idempotent'],
    request: FastifyRequest,
    reply: FastifyReply,
    handle: () => Promise<unknown>,
  ): Promise<unknown> {
    try {
      assertBodyFits(request);
      return idempotent ? await this.oneEffect.of(idempotent, request, reply, handle) : await handle();
    } catch (refusal) {
      throw await this.pathObjects.refusalFor(request, refusal);
    }
  }
}

const contextOf = (request: FastifyRequest): Context => ({
  actor: request.actor,
  requestId: request.id,
  address: request.ip,
  operation: operationOf(request),
  audited: !safe.has(request.method),
  trail: { rows: 0 },
});

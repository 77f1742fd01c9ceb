import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import type { UnitOfWork } from '#platform/database';
import { runInContext, type Context } from '#platform/observability';
import { assertBodyFits } from '../request-checks.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What its handler runs in; null until then. */
    context: Context | null;
  }
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Every handler runs as its caller and under its request id. This stands around the route itself and not in a Nest
 * interceptor: one of those costs a small answer more than all other conventions together.
 */
export function installCallerContext(server: FastifyInstance, work: UnitOfWork): void {
  server.decorateRequest('context', null);
  server.addHook('onRoute', (route) => {
    if (!route.config?.odop?.handler) return;
    const changes = !safe.has(String(route.method));
    runAsCaller(route, changes);
    if (changes) leaveTrail(route, work);
  });
}

function runAsCaller(route: RouteOptions, changes: boolean): void {
  const { handler } = route;
  const operation = `${String(route.method)} ${route.url}`;
  route.handler = function (request, reply) {
    const context = contextOf(request, operation, changes);
    request.context = context;
    if (changes) assertBodyFits(request);
    const handle = () => handler.call(this, request, reply);
    return runInContext(context, request.span ? () => request.span!.within(handle) : handle);
  };
}

/** A change that succeeds has left a row in the audit trail by the time it is answered, whatever its handler did. @rule S-69 */
function leaveTrail(route: RouteOptions, work: UnitOfWork): void {
  const others = [route.onSend ?? []].flat();
  route.onSend = [
    ...others,
    async ({ context }, reply) => {
      if (reply.statusCode >= 400 || !context?.audited || context.trail?.rows !== 0) return;
      await runInContext(context, () => work.run(() => Promise.resolve()));
    },
  ];
}

const contextOf = (request: FastifyRequest, operation: string, audited: boolean): Context => ({
  actor: request.actor,
  requestId: request.id,
  address: request.ip,
  operation,
  audited,
  trail: { rows: 0 },
});

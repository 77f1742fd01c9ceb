import type { FastifyInstance, FastifyRequest } from 'fastify';
import { anonymousActor, type Actor } from '#platform/kernel';
import { runAsSystem } from '#platform/observability';
import type { Authenticator } from './authenticator.js';
import { fail } from './errors.js';
import type { RoutePolicy } from './route-policy.js';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor;
  }
}

/**
 * Deny by default: a route that declares neither @Allow nor @Open stops the start, and each request is let in or
 * refused by what its route declares before its body is read. @rule S-40 S-41
 */
export function installGate(server: FastifyInstance, authenticator: () => Authenticator): void {
  server.decorateRequest('actor', { getter: () => anonymousActor, setter: setOwn });
  server.addHook('onRoute', (route) => {
    const preflight = route.method === 'OPTIONS';
    if (preflight || route.config?.odop?.allow) return;
    throw new Error(`${String(route.method)} ${route.url} declares neither @Allow nor @Open, so it does not start`);
  });
  server.addHook('onRequest', async (request) => {
    const policy = request.routeOptions.config?.odop;
    if (request.is404 || !policy) return;
    if (policy.ignoresCredentials) return;
    request.actor = await runAsSystem(operationOf(request), request.id, () => authenticator().authenticate(request));
    admit(request.actor, policy);
  });
}

function setOwn(this: FastifyRequest, actor: Actor): void {
  Object.defineProperty(this, 'actor', { value: actor, writable: true, configurable: true });
}

function admit(actor: Actor, policy: RoutePolicy): void {
  if (policy.allow === 'open') return;
  if (actor.kind === 'anonymous') throw fail('unauthenticated', { why: 'this is not open to everybody' });
  if (policy.allow === 'self' || actor.permissions.has(policy.allow!)) return;
  throw fail('forbidden', { permission: policy.allow! });
}

/** `POST /v1/buyer/orders`: the route's pattern, never the path with its ids. */
export const operationOf = (request: FastifyRequest): string =>
  `${request.method} ${request.routeOptions.url ?? '(no route)'}`;

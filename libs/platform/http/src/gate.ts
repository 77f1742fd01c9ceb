import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { anonymousActor, assertFreshSecondFactor, secondFactorMissing, type Actor } from '#platform/kernel';
import { runAsSystem } from '#platform/observability';
import type { Authenticator } from './authenticator.js';
import { fail } from './errors.js';
import { addressKey, callerKey } from './limits/caller-key.js';
import { tell, usualLimit } from './limits/count-request.js';
import type { RateLimits } from './limits/rate-limits.js';
import { operationOf } from './operation-of.js';
import type { RoutePolicy } from './route-policy.js';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor;
  }
}

/**
 * Deny by default: a route that declares neither @Allow nor @Open stops the start, and each request is counted, let in
 * or refused by what its route declares before its body is read. @rule S-40 S-41 S-51
 */
export function installGate(server: FastifyInstance, authenticator: Authenticator, limits: RateLimits): void {
  server.decorateRequest('actor', null as unknown as Actor);
  server.addHook('onRoute', ({ method, url, config }) => {
    if (method === 'OPTIONS' || config?.odop?.allow) return;
    throw new Error(`${String(method)} ${url} declares neither @Allow nor @Open, so it does not start`);
  });
  const guestHeader = authenticator.guestHeader?.toLowerCase();
  const letIn = async (
    request: FastifyRequest,
    reply: FastifyReply,
    policy: RoutePolicy | undefined,
  ): Promise<void> => {
    const credentialsMatter = !request.is404 && policy !== undefined && !policy.ignoresCredentials;
    const comesAsGuest =
      policy?.guests === true && guestHeader !== undefined && request.headers[guestHeader] !== undefined;
    if (credentialsMatter && (request.headers.authorization !== undefined || comesAsGuest)) {
      request.actor = await whoIsIt(request, reply, authenticator, limits);
    }
    const limit = policy?.limit ?? usualLimit(request);
    tell(reply, await limits.count(limit, callerKey(request.actor, request.ip)));
    if (credentialsMatter) admit(request.actor, policy, request.method === 'GET' || request.method === 'HEAD');
  };
  server.addHook('onRequest', (request, reply, done) => {
    request.actor = anonymousActor;
    const policy = request.routeOptions.config?.odop;
    if (policy?.unlimited) return done();
    letIn(request, reply, policy).then(() => done(), done);
  });
}

/** Bad credentials count against the address that sends them, and too many are not even looked at. */
async function whoIsIt(
  request: FastifyRequest,
  reply: FastifyReply,
  authenticator: Authenticator,
  limits: RateLimits,
): Promise<Actor> {
  const address = addressKey(request.ip);
  const usedUp = await limits.isUsedUp('default', address);
  if (usedUp) tell(reply, usedUp);
  try {
    return await runAsSystem(operationOf(request), request.id, () => authenticator.authenticate(request));
  } catch (refusal) {
    tell(reply, await limits.count('default', address));
    throw refusal;
  }
}

function admit(actor: Actor, policy: RoutePolicy, isRead: boolean): void {
  if (policy.allow === 'open') return;
  if (actor.kind === 'anonymous') throw fail('unauthenticated', { why: 'this is not open to everybody' });
  if (actor.kind === 'guest' && !policy.guests) {
    throw fail('unauthenticated', { why: 'this is for people who are signed in' });
  }
  const isAllowed = policy.allow === 'self' ? isThemselves(actor, isRead) : actor.permissions.has(policy.allow!);
  if (!isAllowed && actor.lockedPermissions?.has(policy.allow!)) throw secondFactorMissing();
  if (!isAllowed) throw fail('forbidden', { permission: policy.allow! });
  if (policy.stepUp) assertFreshSecondFactor(actor, new Date());
}

/** What belongs to a person's own account is for no key, and a delegate or staff may at most read it. @rule S-45 */
const isThemselves = (actor: Actor, isRead: boolean): boolean =>
  actor.kind === 'person' && (actor.delegateId === null || isRead);

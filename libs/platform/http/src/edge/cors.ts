import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { httpConfig } from '../config.js';

const exposed = [
  ...['ETag', 'Link', 'Location', 'Retry-After', 'RateLimit', 'RateLimit-Policy', 'Idempotent-Replayed'],
  ...['X-Request-Id', 'Deprecation', 'Sunset'],
].join(', ');
const allowed = {
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers':
    'Authorization, Cart-Token, Content-Type, Content-Digest, Idempotency-Key, If-Match, If-None-Match, Odop-Organisation, Odop-Post, Prefer',
  'access-control-max-age': '600',
};

/** What anybody may read from any page: never with credentials. */
const publicPaths = /^\/(v1\/public|feeds|register|openapi\.json|problems|schemas|\.well-known)(\/|\?|$)/;

/** Pages of the allow-list may call with credentials; every page may read what is public. @rule S-57 */
export function installCors(server: FastifyInstance): void {
  const origins = new Set(httpConfig().CORS_ORIGINS);
  server.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    if (origin === undefined) return done();
    const isAllowed = admit(origin, origins, request, reply);
    const asksFirst = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
    if (!asksFirst) return done();
    // Answered here: a browser's question beforehand carries no credentials and is no operation.
    void reply
      .status(204)
      .headers(isAllowed ? allowed : {})
      .send();
  });
}

function admit(origin: string, origins: ReadonlySet<string>, request: FastifyRequest, reply: FastifyReply): boolean {
  const isOurs = origins.has(origin);
  if (!isOurs && !publicPaths.test(request.url)) return false;
  void reply.headers({
    'access-control-allow-origin': isOurs ? origin : '*',
    'access-control-expose-headers': exposed,
    ...(isOurs ? { 'access-control-allow-credentials': 'true' } : {}),
  });
  return true;
}

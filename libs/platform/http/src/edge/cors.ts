import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { httpConfig } from '../config.js';

const exposed = [
  'ETag',
  'Link',
  'Location',
  'Retry-After',
  'RateLimit',
  'RateLimit-Policy',
  'Idempotent-Replayed',
  'X-Request-Id',
  'Deprecation',
  'Sunset',
];
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** What anybody may read from any page: never with credentials. */
const publicPaths = /^\/(v1\/public|feeds|register|openapi\.json|problems|schemas|\.well-known)(\/|\?|$)/;

/** Pages of the allow-list may call with credentials; every page may read what is public. @rule S-57 */
export function installCors(app: NestFastifyApplication): void {
  const allowed = new Set(httpConfig().CORS_ORIGINS);
  const shared = { methods, exposedHeaders: exposed, maxAge: 600, strictPreflight: false };
  app.enableCors({
    delegator: (request, done) => {
      const origin = request.headers.origin;
      if (origin !== undefined && allowed.has(origin)) return done(null, { ...shared, origin, credentials: true });
      if (publicPaths.test(request.url)) return done(null, { ...shared, origin: '*', credentials: false });
      return done(null, { ...shared, origin: false });
    },
  });
}

import type { FastifyInstance } from 'fastify';
import { isProduction } from '#platform/config';

/** A page of ours may use its own files and nothing else; a page that needs a script names its hash. @rule S-90 */
export const pagePolicy =
  "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; " +
  "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

const answerPolicy =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'";

const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-site',
  'content-security-policy': answerPolicy,
};
const transport = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

/** Headers every answer carries; nothing is kept by anybody unless its handler says so. @rule S-57 S-68 S-90 */
export function installResponseHeaders(server: FastifyInstance): void {
  const headers = isProduction() ? { ...always, ...transport } : always;
  server.addHook('onRequest', async (request, reply) => void reply.headers(headers).header('x-request-id', request.id));
  server.addHook('onRequest', async (request, reply) => {
    const going = request.routeOptions.config?.odop?.deprecated;
    if (!going) return;
    void reply.headers({
      deprecation: `@${Math.floor(going.since.getTime() / 1000)}`,
      sunset: going.sunset.toUTCString(),
      link: `<${going.link}>; rel="deprecation"`,
    });
  });
  server.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
}

import type { FastifyInstance } from 'fastify';
import { isProduction } from '#platform/config';
import type { RoutePolicy } from '../route-policy.js';

const nobody = "frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

/** What a page of ours needs on top of every answer's headers: it may use its own files and nothing else. @rule S-90 */
export const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'; " +
    `font-src 'self'; form-action 'self'; ${nobody}`,
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const always = {
  // Who asks from which page changes what a browser is told (edge/cors.ts), so that no cache may mix the two up.
  vary: 'Origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': `default-src 'none'; form-action 'none'; ${nobody}`,
};
const transport = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

/** Headers every answer carries; nothing is kept by anybody unless its handler says so. @rule S-57 S-68 S-90 */
export function installResponseHeaders(server: FastifyInstance): void {
  const headers = Object.entries(isProduction() ? { ...always, ...transport } : always);
  server.addHook('onRequest', (request, reply, done) => {
    for (const [name, value] of headers) reply.header(name, value);
    reply.header('x-request-id', request.id);
    const going = request.routeOptions.config?.odop?.deprecated;
    if (going) reply.headers(ageing(going));
    done();
  });
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done();
  });
}

/** Tells that an operation will go, and when (STD-1.7). */
const ageing = ({ since, sunset, link }: NonNullable<RoutePolicy['deprecated']>): Record<string, string> => ({
  deprecation: `@${Math.floor(since.getTime() / 1000)}`,
  sunset: sunset.toUTCString(),
  link: `<${link}>; rel="deprecation"`,
});

import type { FastifyInstance } from 'fastify';
import { isTracing, openSpan, type OpenSpan } from '#platform/observability';
import { operationOf } from '../operation-of.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Open while the request is answered; null when nothing is traced. */
    span: OpenSpan | null;
  }
}

/** One span per request, continuing the caller's trace when there is one (W3C `traceparent`). @rule S-72 */
export function installTracing(server: FastifyInstance): void {
  server.decorateRequest('span', null);
  if (!isTracing()) return;
  server.addHook('onRequest', async (request) => {
    const { traceparent } = request.headers;
    const attributes = {
      'http.request.method': request.method,
      'http.route': request.routeOptions.url ?? '',
      'odop.request_id': request.id,
    };
    const parent = typeof traceparent === 'string' ? traceparent : undefined;
    request.span = openSpan('request', operationOf(request), attributes, parent);
  });
  server.addHook('onResponse', async (request, reply) => {
    request.span?.end({ 'http.response.status_code': reply.statusCode }, reply.statusCode >= 500);
  });
}

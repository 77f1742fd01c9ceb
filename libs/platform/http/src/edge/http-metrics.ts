import type { FastifyInstance } from 'fastify';
import { Counter, Histogram } from 'prom-client';
import { metrics } from '#platform/observability';

/** Few buckets: every route has its own, and a scrape stays under 2,000 series (S-72). */
const seconds = new Histogram({
  name: 'odop_http_seconds',
  help: 'Time from the request to the end of its answer',
  labelNames: ['route'],
  buckets: [0.02, 0.1, 0.4, 2],
  registers: [metrics],
});
const answers = new Counter({
  name: 'odop_http_answers_total',
  help: 'Answers by audience and status',
  labelNames: ['audience', 'status'],
  registers: [metrics],
});

/** Counts every answer by its route's pattern; paths of callers never become labels. */
export function installHttpMetrics(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    const route = request.is404 ? 'none' : `${request.method} ${request.routeOptions.url}`;
    seconds.observe({ route }, reply.elapsedTime / 1000);
    answers.inc({ audience: audienceOf(route), status: reply.statusCode });
  });
}

/** `GET /v1/buyer/orders/:id` → `buyer`, `GET /health/live` → `health`. */
const audienceOf = (route: string): string => {
  const [first = 'none', second] = route.split('/').slice(1);
  return first === 'v1' ? (second ?? 'v1') : first;
};

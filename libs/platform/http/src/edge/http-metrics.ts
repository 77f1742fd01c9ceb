import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Counter, Histogram } from 'prom-client';
import { metrics } from '#platform/observability';
import type { RoutePolicy } from '../route-policy.js';
import { eventStreamType } from '../streams/event-streams.js';

/** Few buckets, and one row of them for each resource and method: a scrape stays under 2,000 series (S-72). */
const seconds = new Histogram({
  name: 'odop_http_seconds',
  help: 'Time from the request to the end of its answer',
  labelNames: ['method', 'resource'],
  buckets: [0.02, 0.1, 0.4, 2],
  registers: [metrics],
});
const answers = new Counter({
  name: 'odop_http_answers_total',
  help: 'Answers by audience and status',
  labelNames: ['audience', 'status'],
  registers: [metrics],
});

type Meter = (reply: FastifyReply) => void;

/** Counts every answer by the resource of its route's pattern; paths of callers never become labels. */
export function installHttpMetrics(server: FastifyInstance): void {
  const meters = new Map<string, Meter>();
  server.addHook('onResponse', (request, reply, done) => {
    const route = routeOf(request);
    let meter = meters.get(route);
    if (!meter) meters.set(route, (meter = meterOf(route, request.routeOptions.config.odop)));
    meter(reply);
    done();
  });
}

const routeOf = (request: FastifyRequest): string =>
  request.is404 ? 'none' : `${request.method} ${request.routeOptions.url}`;

/** The labels of a route are looked up once, not at each answer. */
function meterOf(route: string, policy: RoutePolicy | undefined): Meter {
  // How long somebody followed the news says nothing of how fast we answer.
  const follows = policy?.answers?.some(({ contentType }) => contentType === eventStreamType) ?? false;
  const observer = follows ? null : seconds.labels(...resourceOf(route));
  const audience = audienceOf(route);
  const counters = new Map<number, { inc(): void }>();
  return (reply) => {
    observer?.observe(reply.elapsedTime / 1000);
    let counter = counters.get(reply.statusCode);
    if (!counter) counters.set(reply.statusCode, (counter = answers.labels(audience, String(reply.statusCode))));
    counter.inc();
  };
}

/** `GET /v1/buyer/orders/:id/acceptance` → `GET` and `/v1/buyer/orders`. */
const resourceOf = (route: string): [method: string, resource: string] => {
  const [method = 'none', path = 'none'] = route.split(' ');
  const named = path.split('/').slice(0, 4);
  return [method, named.filter((part) => !part.startsWith(':')).join('/')];
};

/** `GET /v1/buyer/orders/:id` → `buyer`, `GET /health/live` → `health`. */
const audienceOf = (route: string): string => {
  const [first = 'none', second] = route.split('/').slice(1);
  return first === 'v1' ? (second ?? 'v1') : first;
};

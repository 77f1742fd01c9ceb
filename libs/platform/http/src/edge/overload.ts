import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import { httpConfig } from '../config.js';
import type { Draining } from './draining.js';
import { fail } from '../errors.js';

const retryAfter_s = 2;
const look_ms = 500;
const resolution_ms = 10;

/**
 * Refuses early instead of answering late: when more requests are under way than can be answered in time, or the event
 * loop or the memory is exhausted. Health stays reachable. @rule S-80
 */
export function installOverload(server: FastifyInstance, { underWay }: Draining): void {
  const { MAX_IN_FLIGHT } = httpConfig();
  const isExhausted = watchProcess(server);
  server.addHook('onRequest', (request, _reply, done) => {
    if (request.url.startsWith('/health/')) return done();
    if (underWay.size >= MAX_IN_FLIGHT || isExhausted()) return done(fail('unavailable', { retryAfter_s }));
    underWay.add(request.raw);
    done();
  });
  server.addHook('onResponse', (request, _reply, done) => {
    underWay.delete(request.raw);
    done();
  });
}

/** Looks twice a second; a window in which nothing could be measured says nothing new. */
function watchProcess(server: FastifyInstance): () => boolean {
  const { MAX_EVENT_LOOP_DELAY_MS, MAX_HEAP_MB } = httpConfig();
  const delay_msMax = MAX_EVENT_LOOP_DELAY_MS === 0 ? Infinity : MAX_EVENT_LOOP_DELAY_MS;
  const delays = monitorEventLoopDelay({ resolution: resolution_ms });
  delays.enable();
  let exhausted = false;
  const timer = setInterval(() => {
    const delay_ms = delays.mean / 1e6 - resolution_ms;
    delays.reset();
    if (Number.isNaN(delay_ms)) return;
    exhausted = delay_ms > delay_msMax || process.memoryUsage().heapUsed > MAX_HEAP_MB * 1024 * 1024;
  }, look_ms).unref();
  server.addHook('onClose', async () => {
    clearInterval(timer);
    delays.disable();
  });
  return () => exhausted;
}

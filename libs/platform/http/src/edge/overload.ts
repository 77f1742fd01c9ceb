import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { httpConfig } from '../config.js';
import { fail } from '../errors.js';

const retryAfter_s = 2;
const isHealth = (url: string): boolean => url.startsWith('/health/');

/**
 * Refuses early instead of answering late: when more requests are under way than can be answered in time, or the event
 * loop or the memory is exhausted. Health stays reachable. @rule S-80
 */
export function installOverload(server: FastifyInstance): void {
  const { MAX_IN_FLIGHT, MAX_EVENT_LOOP_DELAY_MS, MAX_HEAP_MB } = httpConfig();
  const underWay = new Set<object>();
  server.addHook('onRequest', async (request) => {
    if (isHealth(request.url)) return;
    if (underWay.size >= MAX_IN_FLIGHT) throw fail('unavailable', { retryAfter_s });
    underWay.add(request.raw);
  });
  server.addHook('onResponse', async (request) => void underWay.delete(request.raw));
  void server.register(underPressure, {
    maxEventLoopDelay: MAX_EVENT_LOOP_DELAY_MS,
    maxHeapUsedBytes: MAX_HEAP_MB * 1024 * 1024,
    sampleInterval: 500,
    pressureHandler: async (request) => {
      if (!isHealth(request.url)) throw fail('unavailable', { retryAfter_s });
    },
  });
}

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { defineConfig } from '#platform/config';
import { scrape } from './at-scrape.js';
import { collectProcessMetrics, metrics } from './metrics.js';

const portNumber = z.coerce.number().int().min(0).max(65535);

export const innerConfig = defineConfig(
  z.object({
    METRICS_PORT: portNumber
      .optional()
      .describe('inner port of this process: metrics, health, dashboards; default: PORT + 1 for api, + 2 for worker'),
    METRICS_HOST: z.string().min(1).default('127.0.0.1').describe('address the inner port listens on'),
    PORT: portNumber.default(3000).describe('HTTP port'),
  }),
);

export interface InnerPort {
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Opens the port for operators: `/metrics`, `/health/live`, `/health/ready`. It asks for no sign-in, so it listens on
 * loopback unless configured.
 *
 * @param after    added to PORT when METRICS_PORT is not set
 * @param notReady why this process should get no work now, or null
 * @param add      further pages
 */
export async function openInnerPort(
  after: 1 | 2,
  notReady: () => Promise<string | null>,
  add: (server: FastifyInstance) => void = () => undefined,
): Promise<InnerPort> {
  const { METRICS_HOST, METRICS_PORT, PORT } = innerConfig();
  collectProcessMetrics();
  const { fastify } = await import('fastify'); // not everybody who logs opens a port
  const server = fastify({ logger: false });
  server.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await scrape()));
  server.get('/health/live', async () => ({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) => {
    const why = await notReady();
    return why === null ? { status: 'ready' } : reply.code(503).send({ status: 'not_ready', why });
  });
  add(server);
  const address = await server.listen({ host: METRICS_HOST, port: METRICS_PORT ?? PORT + after });
  return { address, close: () => server.close() };
}

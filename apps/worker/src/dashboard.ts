import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { Queue } from 'bullmq';
import type { FastifyInstance } from 'fastify';

/** A look into the queue store for the operator, on the inner port only. Retry and replay: `bazaar jobs` (audited). */
export function addDashboard(server: FastifyInstance, queues: readonly Queue[]): void {
  const pages = new FastifyAdapter();
  pages.setBasePath('/queues');
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter: pages,
  });
  void server.register(pages.registerPlugin(), { prefix: '/queues' });
}

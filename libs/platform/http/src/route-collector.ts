import type { FastifyInstance } from 'fastify';
import { inputsOf, type Route } from './routes.js';

/** Remembers each operation as it is registered. The list is whole once the application is initialised. */
export function collectRoutes(server: FastifyInstance): readonly Route[] {
  const routes: Route[] = [];
  server.addHook('onRoute', ({ method, url, config }) => {
    const policy = config?.odop;
    if (!policy?.handler || method === 'HEAD') return;
    const { controller, name } = policy.handler;
    routes.push({ method: String(method), url, policy, inputs: inputsOf(controller, name) });
  });
  return routes;
}

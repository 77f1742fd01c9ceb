import type { FastifyInstance } from 'fastify';
import { fail } from './errors.js';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Remembers which methods each address answers to; after the last route, `refuseOthers` closes the rest with 405. */
export function installMethodNotAllowed(server: FastifyInstance): { refuseOthers(): void } {
  const known = new Map<string, { url: string; methods: Set<string> }>();
  server.addHook('onRoute', (route) => {
    if (route.url === '*') return;
    const shape = route.url.replace(/:[^/]+/g, ':');
    const entry = known.get(shape) ?? { url: route.url, methods: new Set<string>() };
    for (const method of [route.method].flat()) entry.methods.add(method);
    known.set(shape, entry);
  });
  return {
    refuseOthers() {
      for (const entry of [...known.values()]) {
        const allow = [...entry.methods].sort().join(', ');
        const others = methods.filter((method) => !entry.methods.has(method));
        if (others.length === 0) continue;
        server.route({
          method: [...others],
          url: entry.url,
          config: { odop: { allow: 'open', ignoresCredentials: true, refusal: true } },
          onRequest: async () => {
            throw fail('method_not_allowed', { allow });
          },
          handler: async () => undefined,
        });
      }
    },
  };
}

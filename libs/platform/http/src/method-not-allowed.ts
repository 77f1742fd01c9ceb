import type { FastifyInstance } from 'fastify';
import { fail } from './errors.js';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const forEverybody = { odop: { allow: 'open', ignoresCredentials: true } };

interface Address {
  url: string;
  /** The parts of its path, parameters without their names. */
  parts: readonly string[];
  methods: Set<string>;
}

/** Remembers which methods each address answers to; after the last route, `refuseOthers` closes the rest with 405. */
export function installMethodNotAllowed(server: FastifyInstance): { refuseOthers(): void } {
  const known = new Map<string, Address>();
  server.addHook('onRoute', ({ url, method }) => {
    if (url === '*') return;
    const shape = url.replace(/:[^/]+/g, ':');
    const address = known.get(shape) ?? { url, parts: shape.split('/'), methods: new Set<string>() };
    for (const each of [method].flat()) address.methods.add(each);
    known.set(shape, address);
  });
  return {
    refuseOthers() {
      const addresses = [...known.values()];
      for (const { url, parts } of addresses) {
        const answered = addresses.filter((each) => covers(each.parts, parts)).flatMap((each) => [...each.methods]);
        refuse(server, url, new Set(answered));
      }
    },
  };
}

/** Whether every path of the shape `narrow` is also one of `wide`: `/things/:` covers `/things/mine`. */
function covers(wide: readonly string[], narrow: readonly string[]): boolean {
  return wide.length === narrow.length && wide.every((part, i) => part === ':' || part === narrow[i]);
}

function refuse(server: FastifyInstance, url: string, answered: ReadonlySet<string>): void {
  const allow = [...answered]
    .filter((method) => method !== 'OPTIONS')
    .sort()
    .join(', ');
  const others = methods.filter((method) => !answered.has(method));
  const refusal = async (): Promise<never> => {
    throw fail('method_not_allowed', { allow });
  };
  // Refused before the body is looked at: its type or size does not matter here.
  if (others.length > 0)
    server.route({ method: others, url, config: forEverybody, onRequest: refusal, handler: refusal });
  if (answered.has('OPTIONS')) return;
  server.route({
    method: 'OPTIONS',
    url,
    config: forEverybody,
    handler: async (_request, reply) => reply.status(204).header('allow', allow).send(),
  });
}

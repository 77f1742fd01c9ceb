import type { FastifyInstance } from 'fastify';
import { fail } from './errors.js';

const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

interface Address {
  parts: readonly string[];
  methods: Set<string>;
}

/**
 * Answers what no route answers but another method of its address would: 405, or what may be asked to OPTIONS. Looked up when
 * it happens: a route for each method that an address does not answer would be three times as many routes as there are.
 */
export function installMethodNotAllowed(server: FastifyInstance): void {
  const known = new Map<string, Address>();
  server.addHook('onRoute', ({ url, method }) => {
    if (url === '*') return;
    const shape = url.replace(/:[^/]+/g, ':');
    const address = known.get(shape) ?? { parts: shape.split('/'), methods: new Set<string>() };
    for (const each of [method].flat()) address.methods.add(each);
    known.set(shape, address);
  });
  // Refused before the body is looked at: its type or size does not matter here.
  server.addHook('onRequest', (request, reply, done) => {
    if (!request.is404 || !methods.has(request.method)) return done();
    const path = request.url.split('?', 1)[0]!.split('/');
    const addresses = [...known.values()].filter(({ parts }) => isOf(parts, path));
    const answered = new Set(addresses.flatMap((each) => [...each.methods]));
    if (answered.size === 0 || answered.has(request.method)) return done();
    answered.delete('OPTIONS');
    const allow = [...answered].sort().join(', ');
    if (request.method === 'OPTIONS') return void reply.status(204).header('allow', allow).send();
    done(fail('method_not_allowed', { allow }));
  });
}

/** Whether a path is one of a shape: `/things/mine` is one of `/things/:` and of `/things/*`. */
function isOf(shape: readonly string[], path: readonly string[]): boolean {
  if (shape.at(-1) === '*')
    return path.length >= shape.length && isOf(shape.slice(0, -1), path.slice(0, shape.length - 1));
  return shape.length === path.length && shape.every((part, i) => part === path[i] || (part === ':' && path[i] !== ''));
}

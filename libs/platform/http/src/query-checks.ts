import type { FastifyInstance } from 'fastify';
import { fail, invalidInput } from './errors.js';
import { pointer } from './pointer.js';
import { isStorable, storable } from './text-checks.js';

const url_bytesMax = 8 * 1024;
const headers_bytesMax = 16 * 1024;

/** Limits on the head of a request, and what no query may hold. @rule S-47 S-48 S-55 */
export function installQueryChecks(server: FastifyInstance): void {
  server.addHook('onRequest', async (request) => {
    if (request.raw.url!.length > url_bytesMax) throw fail('url_too_long');
    if (headerBytes(request.raw.rawHeaders) > headers_bytesMax) throw fail('headers_too_large');
  });
  server.addHook('preParsing', async (request) => {
    if (Object.values(request.params ?? {}).some((value) => !isStorable(String(value)))) throw fail('not_found');
    const query = Object.entries(request.query ?? {});
    const repeated = query.filter(([, value]) => Array.isArray(value));
    const unstorable = query.filter(([name, value]) => !isStorable(name) || !isStorable(String(value)));
    if (repeated.length + unstorable.length === 0) return;
    throw invalidInput([
      ...repeated.map(([name]) => ({ pointer: pointer([name]), detail: 'Given more than once' })),
      ...unstorable.map(([name]) => ({
        pointer: pointer([storable(name)]),
        detail: 'Holds a character that cannot be kept',
      })),
    ]);
  });
}

const headerBytes = (raw: readonly string[]): number => raw.reduce((sum, part) => sum + part.length + 2, 0);

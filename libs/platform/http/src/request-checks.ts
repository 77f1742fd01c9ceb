import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FieldError } from '#platform/kernel';
import { fail, invalidInput } from './errors.js';
import { pointer } from './pointer.js';
import type { Input } from './routes.js';
import { inputsOf } from './routes.js';
import { isStorable, storable } from './text-checks.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    inputs?: readonly Input[];
  }
}

const url_bytesMax = 8 * 1024;
const headers_bytesMax = 16 * 1024;
const mergePatch = 'application/merge-patch+json';

/** Limits on the head of a request, before anything else. @rule S-48 */
export function installHeadLimits(server: FastifyInstance): void {
  server.addHook('onRequest', async ({ raw }) => {
    if (raw.url!.length > url_bytesMax) throw fail('url_too_long');
    if (headerBytes(raw.rawHeaders) > headers_bytesMax) throw fail('headers_too_large');
  });
}

const headerBytes = (raw: readonly string[]): number => raw.reduce((sum, part) => sum + part.length + 2, 0);

/** What no request may hold whatever its schema, and what its handler never asked for. @rule S-47 S-55 */
export function installRequestChecks(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    const where = route.config?.odop?.handler;
    if (where) route.config = { ...route.config, inputs: inputsOf(where.controller, where.name) };
  });
  server.addHook('preParsing', async (request) => {
    if (request.is404) return;
    checkContentType(request);
    if (Object.values(request.params ?? {}).some((value) => !isStorable(String(value)))) throw fail('not_found');
    const faults = queryFaults(request.query as Record<string, unknown>, request.routeOptions.config.inputs);
    if (faults.length > 0) throw invalidInput(faults);
  });
  server.addHook('preValidation', async (request) => {
    const { inputs } = request.routeOptions.config;
    if (!inputs || inputs.some(({ from }) => from === 'body' || from === 'raw')) return;
    const members = Object.keys((request.body ?? {}) as object);
    if (members.length > 0) throw invalidInput(members.map((name) => unknown(name)));
  });
}

/** A merge patch is the body of PATCH, and of nothing else (RFC 7396); bytes are of the types the route takes. */
function checkContentType({ method, headers, routeOptions }: FastifyRequest): void {
  const type = headers['content-type']?.split(';')[0]!.trim().toLowerCase();
  const { takes } = routeOptions.config.odop ?? {};
  if (takes && !takes.types.includes(type ?? '')) throw fail('unsupported_media_type');
  if (type !== undefined && (method === 'PATCH') !== (type === mergePatch)) throw fail('unsupported_media_type');
}

function queryFaults(query: Record<string, unknown>, inputs: readonly Input[] | undefined): FieldError[] {
  const asked = (inputs ?? []).filter(({ from }) => from === 'query');
  const takesWhole = !inputs || asked.some(({ name }) => name === undefined);
  const names = new Set(asked.map(({ name }) => name));
  return Object.entries(query).flatMap(([name, value]) => {
    if (!isStorable(name) || !isStorable(String(value))) {
      return [{ pointer: pointer([storable(name)]), detail: 'Holds a character that cannot be kept' }];
    }
    if (Array.isArray(value)) return [{ pointer: pointer([name]), detail: 'Given more than once' }];
    return takesWhole || names.has(name) ? [] : [unknown(name)];
  });
}

const unknown = (name: string): FieldError => ({
  pointer: pointer([name]),
  detail: 'Nothing of this name is known here',
});

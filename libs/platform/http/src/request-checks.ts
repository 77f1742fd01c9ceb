import type { FastifyInstance, FastifyRequest, preParsingHookHandler } from 'fastify';
import type { FieldError } from '#platform/kernel';
import { fail, invalidInput } from './errors.js';
import { pointer } from './pointer.js';
import type { RoutePolicy } from './route-policy.js';
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
  server.addHook('onRequest', ({ raw }, _reply, done) => {
    if (raw.url!.length > url_bytesMax) return done(fail('url_too_long'));
    if (headerBytes(raw.rawHeaders) > headers_bytesMax) return done(fail('headers_too_large'));
    done();
  });
}

const headerBytes = (raw: readonly string[]): number => raw.reduce((sum, part) => sum + part.length + 2, 0);

/** What no request may hold whatever its schema, and what its handler never asked for. @rule S-47 S-55 */
export function installRequestChecks(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    const { handler: where, takes } = route.config?.odop ?? {};
    if (!where) return;
    const inputs = inputsOf(where.controller, where.name);
    route.config = { ...route.config, inputs };
    const check: preParsingHookHandler = (request, _reply, payload, done) =>
      done(headFault(request, inputs, takes), payload);
    route.preParsing = [check, ...[route.preParsing ?? []].flat()];
  });
}

function headFault(request: FastifyRequest, inputs: readonly Input[], takes: RoutePolicy['takes']): Error | null {
  if (!isContentTypeTaken(request, takes)) return fail('unsupported_media_type');
  for (const value of Object.values(request.params ?? {})) if (!isStorable(String(value))) return fail('not_found');
  const faults = queryFaults(request.query as Record<string, unknown>, inputs);
  return faults.length > 0 ? invalidInput(faults) : null;
}

/**
 * Holds a body against what no body may hold, and against a handler that asked for none. Not a hook: what the path
 * names is looked up before a body is refused (S-42).
 * @throws invalid_input (422)
 */
export function assertBodyFits({ body, bodyFaults = [], routeOptions }: FastifyRequest): void {
  if (body === undefined) return;
  if (bodyFaults.length > 0) throw invalidInput(bodyFaults);
  const { inputs } = routeOptions.config;
  if (!inputs || inputs.some(({ from }) => from === 'body' || from === 'raw')) return;
  const members = Object.keys((body ?? {}) as object);
  if (members.length > 0) throw invalidInput(members.map((name) => unknown(name)));
}

/** A merge patch is the body of PATCH, and of nothing else (RFC 7396); bytes are of the types the route takes. */
function isContentTypeTaken({ method, headers }: FastifyRequest, takes: RoutePolicy['takes']): boolean {
  const type = headers['content-type']?.split(';')[0]!.trim().toLowerCase();
  if (takes) return takes.types.includes(type ?? '');
  return type === undefined || (method === 'PATCH') === (type === mergePatch);
}

function queryFaults(query: Record<string, unknown>, inputs: readonly Input[]): FieldError[] {
  if (Object.keys(query).length === 0) return [];
  const asked = inputs.filter(({ from }) => from === 'query');
  const takesWhole = asked.some(({ name }) => name === undefined);
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

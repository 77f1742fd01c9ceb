import { z } from 'zod';
import { assert, problemCatalogue } from '#platform/kernel';
import type { RoutePolicy } from './route-policy.js';

/** One schema a handler names for a part of its request. */
export interface Input {
  from: 'body' | 'query' | 'path' | 'raw';
  /** Of one parameter; absent when the schema is for the whole. */
  name?: string;
  schema?: z.ZodType;
}

/** A route as it runs: what the router knows, what its decorators say, what its handler takes. */
export interface Route {
  method: string;
  /** With `:name` for parameters. */
  url: string;
  policy: RoutePolicy;
  inputs: readonly Input[];
}

export const operationText = (route: Pick<Route, 'method' | 'url'>): string => `${route.method} ${route.url}`;

/** Nest keeps what a handler's parameters ask for under this name, keyed `<kind>:<index>`. */
const argumentsKey = '__routeArguments__';
const kinds: Record<string, Input['from']> = { 3: 'body', 4: 'query', 5: 'path', 12: 'raw' };

/** What a handler takes, from the decorators on its parameters. */
export function inputsOf(controller: object, handler: string): Input[] {
  const named = (Reflect.getMetadata(argumentsKey, controller, handler) ?? {}) as Record<
    string,
    { data?: unknown; schema?: z.ZodType }
  >;
  return Object.entries(named).flatMap(([key, { data, schema }]) => {
    const from = kinds[key.split(':')[0]!];
    return from ? [{ from, name: typeof data === 'string' ? data : undefined, schema }] : [];
  });
}

/**
 * What a route must declare to start, so that its description is true and nothing unknown gets in.
 * @throws Error with one sentence for each fault
 * @rule S-47 S-50
 */
export function checkRoutes(routes: readonly Route[]): void {
  const faults = routes.flatMap((route) => faultsOf(route).map((fault) => `${operationText(route)} ${fault}`));
  if (faults.length > 0) throw new Error(`routes that cannot start:\n${faults.join('\n')}`);
}

function faultsOf({ method, url, policy, inputs }: Route): string[] {
  const faults: string[] = [];
  if (!roots.test(url)) faults.push('is outside the agreed address spaces');
  if (!policy.answers?.length) faults.push('declares no @Answers');
  for (const { status, schema, contentType } of policy.answers ?? []) {
    const hasBody = status !== 204 && status < 300;
    if (hasBody && !schema && !contentType) faults.push(`answers ${status} without a schema or content type`);
  }
  for (const code of policy.refuses ?? []) {
    if (!problemCatalogue.has(code)) faults.push(`refuses with ${code}, which no module declares`);
  }
  if (policy.idempotent && method !== 'POST') faults.push('is @Idempotent, which is for POST');
  for (const name of url.matchAll(/:([A-Za-z]+)/g)) {
    if (!inputs.some((input) => input.from === 'path' && input.name === name[1]))
      faults.push(`does not check :${name[1]}`);
  }
  for (const { from, name, schema } of inputs) {
    if (from === 'raw') continue;
    const what = name ? `${from} ${name}` : from;
    if (!schema) faults.push(`takes its ${what} without a schema`);
    else if (from !== 'path' && hasPlainObject(schema))
      faults.push(
        ...openPlaces(schema).map((place) => `has an open object in its ${what} at ${place}: use z.strictObject`),
      );
  }
  return faults;
}

const roots =
  /^\/(v1\/(auth|operations|public|buyer|seller|centre|government|admin)(\/|$)|(webhooks|feeds|register|ondc|health|docs|problems|schemas|\.well-known)(\/|$)|openapi\.json$|robots\.txt$|sitemap\.xml$|sitemaps\/|$)/;

interface JsonSchema {
  [keyword: string]: unknown;
}

/**
 * Whether a plain `z.object` stands anywhere in a schema. Looked through at every start, which is why the places are only
 * spelt out where there is one.
 */
function hasPlainObject(part: unknown, seen = new Set<unknown>()): boolean {
  if (typeof part !== 'object' || part === null || seen.has(part)) return false;
  seen.add(part);
  if (!(part instanceof z.core.$ZodType)) return Object.values(part).some((each) => hasPlainObject(each, seen));
  const { def } = part._zod as z.core.$ZodTypes['_zod'];
  if (def.type === 'lazy') return true;
  return (def.type === 'object' && def.catchall === undefined) || hasPlainObject({ ...def, checks: [] }, seen);
}

/** Places in an input schema where unknown members would be dropped in silence instead of refused. */
function openPlaces(schema: z.ZodType): string[] {
  const found: string[] = [];
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { properties, additionalProperties } = node as JsonSchema;
    if (properties !== undefined && additionalProperties === undefined) found.push(path);
    for (const [key, child] of Object.entries(node)) walk(child, `${path}/${key}`);
  };
  walk(inputSchema(schema), '#');
  return found;
}

export function inputSchema(schema: z.ZodType): JsonSchema {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  assert(typeof json === 'object', 'a schema is an object');
  return json as JsonSchema;
}

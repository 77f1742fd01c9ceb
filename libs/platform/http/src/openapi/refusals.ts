import { createHash } from 'node:crypto';
import { problemCatalogue } from '#platform/kernel';
import type { Authenticator } from '../authenticator.js';
import type { Route } from '../routes.js';
import type { Json } from './schema-book.js';

/** Refusals any operation may give, by what it declares. */
export function refusalsOf({ method, policy, inputs }: Route, { refusals, guestRefusals }: Authenticator): string[] {
  const has = (from: string): boolean => inputs.some((input) => input.from === from);
  const body = method !== 'GET' && method !== 'HEAD';
  const codes = [
    ...['request_unreadable', 'url_too_long', 'headers_too_large', 'request_timeout', 'invalid_input'],
    ...['too_many_requests', 'internal_error', 'unavailable'],
    ...(policy.ignoresCredentials ? [] : ['unauthenticated', ...refusals]),
    ...(policy.guests ? guestRefusals : []),
    ...(policy.allow === 'open' ? [] : ['forbidden']),
    ...(policy.allow === 'open' || policy.allow === 'self' ? [] : ['second_factor_needed']),
    ...(has('path') ? ['not_found'] : []),
    ...(body
      ? ['body_unreadable', 'content_digest_mismatch', 'body_too_large', 'unsupported_media_type', 'conflict']
      : []),
    ...(inputs.some(({ name, from }) => from === 'query' && name === undefined) ? ['cursor_invalid'] : []),
    ...(policy.ifMatch ? ['version_stale'] : []),
    ...(policy.ifMatch === true ? ['if_match_missing'] : []),
    ...(policy.idempotent
      ? ['idempotency_key_missing', 'idempotency_key_invalid', 'idempotency_key_reused', 'idempotency_in_progress']
      : []),
    ...(policy.refuses ?? []),
  ];
  return [...new Set(codes)].sort();
}

/** One response for each status, naming its codes; those every operation shares are components. */
export function refusalResponses(codes: readonly string[], shared: Map<string, Json>): Record<string, Json> {
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const { status } = problemCatalogue.get(code)!;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const responses = [...byStatus].sort(([a], [b]) => a - b);
  return Object.fromEntries(
    responses.map(([status, named]) => {
      const name = responseName(status, named);
      shared.set(name, refusalResponse(status, named));
      return [String(status), { $ref: `#/components/responses/${name}` }];
    }),
  );
}

/** Tells which codes it holds, and stays short when there are many. */
function responseName(status: number, codes: readonly string[]): string {
  const all = codes.join('-');
  return `Refusal${status}-${all.length <= 60 ? all : createHash('sha256').update(all).digest('hex').slice(0, 12)}`;
}

const moreHeaders: Record<number, Record<string, Json>> = {
  401: { 'WWW-Authenticate': { schema: { type: 'string' } } },
  429: { 'Retry-After': { schema: { type: 'integer' }, description: 'seconds' } },
  503: { 'Retry-After': { schema: { type: 'integer' }, description: 'seconds' } },
};

function refusalResponse(status: number, codes: readonly string[]): Json {
  return {
    description: codes.map((code) => `\`${code}\`${ruleOf(code)}`).join(', '),
    headers: { ...commonHeaders, ...moreHeaders[status] },
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { type: 'object', properties: { status: { const: status }, code: { enum: codes } } },
          ],
        },
      },
    },
  };
}

const ruleOf = (code: string): string => {
  const rule = problemCatalogue.get(code)?.rule;
  return rule ? ` (${rule})` : '';
};

export const commonHeaders: Record<string, Json> = {
  'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' },
  'RateLimit-Policy': { $ref: '#/components/headers/RateLimit-Policy' },
  RateLimit: { $ref: '#/components/headers/RateLimit' },
};

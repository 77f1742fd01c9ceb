import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { canonicalJson, type Actor } from '#platform/kernel';
import { operationOf } from '../operation-of.js';
import { fail } from './errors.js';

/** A request's claim to be carried out once. */
export interface Claim {
  /** The credential: two callers may use the same key. */
  scope: string;
  /** Method and route pattern. */
  operation: string;
  key: string;
  /** SHA-256 of method, path and canonical body. */
  fingerprint: Buffer;
}

/** @throws idempotency_key_missing, idempotency_key_invalid (400) */
export function claimOf(request: FastifyRequest): Claim {
  const { method, url, body, actor, ip } = request;
  return {
    scope: scopeOf(actor, ip),
    operation: operationOf(request),
    key: readKey(request.headers['idempotency-key']),
    fingerprint: createHash('sha256')
      .update(`${method} ${url}\n${canonicalJson(body)}`)
      .digest(),
  };
}

/**
 * The key of an Idempotency-Key header: a structured-field string, or the same without its quotes.
 * 8 to 255 printable ASCII characters, no space.
 */
export function readKey(header: string | string[] | undefined): string {
  if (header === undefined || header === '') throw fail('idempotency_key_missing');
  const text = String(header);
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(text);
  const key = quoted ? quoted[1]!.replace(/\\(["\\])/g, '$1') : text;
  if (!/^[\x21-\x7e]{8,255}$/.test(key)) throw fail('idempotency_key_invalid');
  return key;
}

/** Stays the same when an access token is renewed, so that a retry after that still finds its answer. */
function scopeOf(actor: Actor, ip: string): string {
  if (actor.kind === 'anonymous') return `address:${ip}`;
  return [actor.kind, actor.personId, actor.organisationId, actor.postId].map((part) => part ?? '-').join(':');
}

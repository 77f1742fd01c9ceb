import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { DomainError, type FieldError } from '#platform/kernel';
import { publicUrl } from './config.js';
import { databaseFault } from './database-faults.js';
import { fail } from './errors.js';

/** `application/problem+json` (RFC 9457) with our own members. @rule STD-1.1 */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: string;
  rule?: string;
  facts?: Readonly<Record<string, unknown>>;
  next?: string;
  errors?: readonly FieldError[];
}

export const problemType = 'application/problem+json; charset=utf-8';

/** Whatever was thrown, as a refusal with a code. What is not ours to tell becomes internal_error. */
export function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const status = statusOf(error);
  if (status === undefined) return databaseFault(error) ?? fail('internal_error');
  if (status === 400) return unreadable(error);
  if (status === 401) return fail('unauthenticated', { why: 'the credentials are not good' });
  if (status === 403) return fail('forbidden', { permission: 'of this operation' });
  if (status === 404) return fail('not_found');
  if (status === 408) return fail('request_timeout');
  if (status === 413) return fail('body_too_large');
  if (status === 414) return fail('url_too_long');
  if (status === 415) return fail('unsupported_media_type');
  if (status === 431) return fail('headers_too_large');
  if (status === 503) return fail('unavailable', { retryAfter_s: 5 });
  return status < 500 ? fail('request_unreadable') : fail('internal_error');
}

export function problemOf(refusal: DomainError, requestId: string): Problem {
  return {
    type: `${publicUrl()}/problems/${refusal.code}`,
    title: sentenceCase(refusal.code) || STATUS_CODES[refusal.status]!,
    status: refusal.status,
    detail: refusal.message,
    instance: `urn:uuid:${requestId}`,
    code: refusal.code,
    rule: refusal.rule,
    facts: Object.keys(refusal.facts).length > 0 ? refusal.facts : undefined,
    next: refusal.next,
    errors: refusal.errors.length > 0 ? refusal.errors : undefined,
  };
}

/** Headers a refusal must carry (STD-1.1). */
export function problemHeaders(refusal: DomainError): Record<string, string> {
  const { retryAfter_s, allow } = refusal.facts;
  if (refusal.status === 401) return { 'www-authenticate': 'Bearer realm="odop-bazaar"' };
  if (refusal.status === 405) return { allow: String(allow) };
  if (typeof retryAfter_s === 'number') return { 'retry-after': String(retryAfter_s) };
  return {};
}

/** Bigints and dates in facts come out as JSON can say them. */
export const problemJson = (problem: Problem): string =>
  JSON.stringify(problem, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value));

const sentenceCase = (code: string): string => code.charAt(0).toUpperCase() + code.slice(1).replaceAll('_', ' ');

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : undefined;
}

function unreadable(error: unknown): DomainError {
  const { code } = ((error as { cause?: unknown }).cause ?? error) as { code?: unknown };
  if (code === 'FST_ERR_BAD_URL') return fail('request_unreadable');
  if (code === 'FST_ERR_CTP_INVALID_CONTENT_LENGTH')
    return fail('body_unreadable', { why: 'its length is not as announced' });
  return fail('body_unreadable', { why: 'it is not what its content type says' });
}

import { DomainError, domainErrors, type FieldError } from '#platform/kernel';
import { faults_max } from './problem.schema.js';

/** Refusals of the HTTP edge itself (STD-1.1). */
export const { fail } = domainErrors('http', {
  body_unreadable: {
    status: 400,
    rule: 'STD-1.1',
    says: (f: { why: string }) => `The body cannot be read: ${f.why}.`,
    next: 'Send one JSON value in UTF-8 with Content-Type: application/json.',
  },
  content_digest_mismatch: {
    status: 400,
    rule: 'STD-1.9',
    says: (f: { why: string }) => `The body is not the one that was sent: ${f.why}.`,
    next: 'Send it again with Content-Digest: sha-256=:…: of exactly these bytes, or without that header.',
  },
  request_unreadable: {
    status: 400,
    rule: 'STD-1.1',
    says: () => 'The request is not well-formed HTTP.',
    next: 'Check the path, the headers and their escapes.',
  },
  unauthenticated: {
    status: 401,
    rule: 'S-40',
    says: (f: { why: string }) => `Sign in first: ${f.why}.`,
    next: 'Open a session with POST /v1/auth/sessions and send its token as Authorization: Bearer.',
  },
  forbidden: {
    status: 403,
    rule: 'S-40',
    says: (f: { permission: string }) => `This needs the permission ${f.permission}, which your account does not hold.`,
    next: 'Ask an administrator of your organisation for a role that holds it.',
  },
  not_found: {
    status: 404,
    rule: 'STD-1.1',
    says: () => 'There is nothing here, or it is not yours.',
    next: 'Check the address; /openapi.json lists every operation.',
  },
  method_not_allowed: {
    status: 405,
    rule: 'STD-1.1',
    says: (f: { allow: string }) => `This address answers to ${f.allow} only.`,
  },
  request_timeout: {
    status: 408,
    rule: 'S-48',
    says: () => 'The request took too long to arrive.',
    next: 'Send it again.',
  },
  conflict: {
    status: 409,
    rule: 'STD-1.1',
    says: () => 'Something like this is already there.',
    next: 'Read what is there and decide again.',
  },
  body_too_large: { status: 413, rule: 'S-48', says: () => 'The body is larger than this operation takes.' },
  url_too_long: { status: 414, rule: 'S-48', says: () => 'The address is longer than 8 KiB.' },
  unsupported_media_type: {
    status: 415,
    rule: 'STD-1.1',
    says: () => 'This operation does not take a body of that content type.',
    next: 'Send application/json, or what /openapi.json lists for it.',
  },
  headers_too_large: { status: 431, rule: 'S-48', says: () => 'The headers are larger than 16 KiB.' },
  too_many_requests: {
    status: 429,
    rule: 'STD-1.6',
    says: (f: { policy: string; retryAfter_s: number }) =>
      `The quota "${f.policy}" is used up. It is free again in ${f.retryAfter_s} s.`,
    next: 'Wait as long as Retry-After says.',
  },
  internal_error: {
    status: 500,
    rule: 'STD-1.1',
    says: () => 'Something is wrong on our side; nothing was changed. It is written down under the id in "instance".',
    next: 'Try again later, and give that id when you ask for help.',
  },
  unavailable: {
    status: 503,
    rule: 'S-75',
    says: (f: { retryAfter_s: number }) =>
      `The service cannot answer just now; nothing was changed. Try again in ${f.retryAfter_s} s.`,
    next: 'Send the request again after Retry-After, with the same Idempotency-Key.',
  },
});

const invalid = domainErrors('http', {
  invalid_input: {
    status: 422,
    rule: 'S-47',
    says: (f: { faults: number }) =>
      f.faults === 1 ? 'One value is not as it should be.' : `${f.faults} values are not as they should be.`,
    next: 'Correct what "errors" points at.',
  },
});

/** The request is readable but not what the operation's schema says; each fault with its pointer. */
export function invalidInput(errors: readonly FieldError[]): DomainError {
  const { code, status, message, rule, next } = invalid.fail('invalid_input', { faults: errors.length });
  return new DomainError(code, status, message, rule, {}, next, errors.slice(0, faults_max));
}

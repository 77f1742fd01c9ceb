import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('http', {
  idempotency_key_missing: {
    status: 400,
    rule: 'STD-1.2',
    says: () => 'This operation needs an Idempotency-Key header.',
    next: 'Make up a key for each intent (a UUID will do) and send the same one when you repeat the request.',
  },
  idempotency_key_invalid: {
    status: 400,
    rule: 'STD-1.2',
    says: () => 'The Idempotency-Key is 8 to 255 printable ASCII characters without spaces.',
  },
  idempotency_key_reused: {
    status: 422,
    rule: 'STD-1.2',
    says: () => 'This Idempotency-Key was already used for a different request.',
    next: 'Use a new key for a new intent.',
  },
  idempotency_in_progress: {
    status: 409,
    rule: 'STD-1.2',
    says: (f: { retryAfter_s: number }) =>
      `The first request with this Idempotency-Key is still being carried out; ask again in ${f.retryAfter_s} s.`,
    next: 'Repeat the same request after Retry-After to get its answer.',
  },
});

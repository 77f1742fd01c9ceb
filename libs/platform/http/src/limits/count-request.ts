import type { FastifyReply, FastifyRequest } from 'fastify';
import { fail } from '../errors.js';
import type { LimitName } from './policies.js';
import type { Standing } from './rate-limits.js';

/** The quota of a route that names none: every change counts as a write. */
export function usualLimit({ is404, method }: FastifyRequest): LimitName {
  return is404 || method === 'GET' || method === 'HEAD' ? 'default' : 'writes';
}

/** Tells the caller where she stands, and refuses when there is nothing left. @throws too_many_requests (429) @rule STD-1.6 */
export function tell(reply: FastifyReply, { policy, quota, left, reset_s, refused }: Standing): void {
  void reply.headers({
    'ratelimit-policy': `"${policy}";q=${quota.requests};w=${quota.window_s}`,
    ratelimit: `"${policy}";r=${left};t=${reset_s}`,
  });
  if (refused) throw fail('too_many_requests', { policy, retryAfter_s: reset_s });
}

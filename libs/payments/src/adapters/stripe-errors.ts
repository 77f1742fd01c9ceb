import type Stripe from 'stripe';
import { ProviderRefused } from '../ports/provider-errors.js';
import type { Verdict } from './provider-line.js';
import { stripeErrors } from './stripe-sdk.js';

/** Reads the SDK's errors. `null`: not the provider's doing. */
export function judgeStripe(error: unknown): Verdict | null {
  const errors = stripeErrors();
  if (errors === null || !(error instanceof errors.StripeError)) return null;
  if (error instanceof errors.StripeConnectionError) {
    return neverArrived(error) ? { kind: 'not_done', retry: true } : { kind: 'unknown', retry: true };
  }
  const status = error.statusCode ?? 500;
  // A wrong key or a missing permission is for the operator to mend; asking again at once does not help.
  if (status === 401 || status === 403) return { kind: 'not_done', retry: false };
  if (status === 429) return { kind: 'not_done', retry: true };
  // 409: the first request with this key is still at work.
  if (status === 409) return { kind: 'unknown', retry: true };
  if (status >= 500) return { kind: 'unknown', retry: error.headers?.['stripe-should-retry'] !== 'false' };
  const code = error.code ?? error.rawType ?? 'refused';
  return { kind: 'refused', retry: false, refusal: new ProviderRefused('stripe', code, error.message, error) };
}

function neverArrived(error: Stripe.errors.StripeConnectionError): boolean {
  const detail: unknown = error.detail;
  const code = typeof detail === 'object' && detail !== null && 'code' in detail ? detail.code : undefined;
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN';
}

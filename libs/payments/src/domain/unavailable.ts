import { OutcomeUnknown, ProviderUnavailable } from '../ports/provider-errors.js';
import { fail } from './payment.errors.js';

/** What a shopper is told when the provider cannot be asked now; null for another fault. */
export function unavailable(error: unknown): Error | null {
  if (error instanceof ProviderUnavailable) {
    return fail('payment_provider_unavailable', { retryAfter_s: error.retryAfter_s });
  }
  // The same key is used at the next try, so nothing can be charged twice.
  if (error instanceof OutcomeUnknown) return fail('payment_provider_unavailable', { retryAfter_s: 5 });
  return null;
}

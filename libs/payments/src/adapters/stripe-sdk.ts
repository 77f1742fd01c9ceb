import type Stripe from 'stripe';

type Sdk = typeof Stripe;
let sdk: Sdk | null = null;

/** The provider's own package; its two hundred files are loaded with the first question, not for a process at rest. */
export async function loadStripe(): Promise<Sdk> {
  sdk ??= (await import('stripe')).default;
  return sdk;
}

/** The classes of its errors; null while nothing was ever asked, so no error can be one of them. */
export const stripeErrors = (): Sdk['errors'] | null => sdk?.errors ?? null;

/**
 * What can go wrong beyond our walls, in three words that decide what happens next.
 * Use-cases turn them into problems (503 with Retry-After) or into retries; no other error leaves an adapter.
 */

/** The provider cannot be reached or asks for patience, and nothing was done. Ask again after `retryAfter_s`. @rule S-7 */
export class ProviderUnavailable extends Error {
  constructor(
    readonly provider: string,
    readonly retryAfter_s: number,
    cause?: unknown,
  ) {
    super(`${provider} is not available; try again in ${retryAfter_s} s.`, { cause });
    this.name = 'ProviderUnavailable';
  }
}

/**
 * The call was sent and no answer came: money may or may not have moved. Never repeat it under a new key; ask the
 * provider what became of it (`findByPaymentId`, `findRefund`, `status`). @rule S-7
 */
export class OutcomeUnknown extends Error {
  constructor(
    readonly provider: string,
    readonly call: string,
    cause?: unknown,
  ) {
    super(`${provider} did not answer "${call}"; its outcome is unknown.`, { cause });
    this.name = 'OutcomeUnknown';
  }
}

/** The provider understood and said no; nothing moved and repeating it changes nothing. */
export class ProviderRefused extends Error {
  constructor(
    readonly provider: string,
    /** The provider's own code, e.g. `card_declined`, `charge_already_refunded`, `account_closed`. */
    readonly code: string,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'ProviderRefused';
  }
}

export type WebhookFault =
  'absent_signature' | 'bad_signature' | 'too_old' | 'too_large' | 'malformed' | 'wrong_mode' | 'wrong_account';

/** A notice that must not be believed; answer 400 without effect. @rule S-18 */
export class WebhookRejected extends Error {
  constructor(readonly fault: WebhookFault) {
    super(`The notice was rejected: ${fault.replaceAll('_', ' ')}.`);
    this.name = 'WebhookRejected';
  }
}

/** What a test payment method does when a payment is confirmed with it. */
export type MethodOutcome =
  | { kind: 'succeeds' }
  /** The shopper must prove it is them on the bank's page first. @rule */
  | { kind: 'asks' }
  /** The shopper scans a code or opens her UPI app, and says yes there. */
  | { kind: 'shows_code' }
  /** The bank answers later (a slow UPI collect). */
  | { kind: 'processing' }
  | { kind: 'declines'; code: string; declineCode?: string; message: string };

export interface TestMethod {
  type: 'card' | 'upi';
  outcome: MethodOutcome;
  /** What nobody answers fails by itself after so long, as UPI requests do. */
  expires_s?: number;
}

/** A UPI request is answered within so long, or never. */
const upi_answer_s = 300;

const declines = (code: string, message: string, declineCode?: string): MethodOutcome => ({
  kind: 'declines',
  code,
  message,
  ...(declineCode && { declineCode }),
});

/** The card names are the real provider's test names; the UPI ones are ours. */
export const testMethods: Readonly<Record<string, TestMethod>> = {
  pm_card_visa: { type: 'card', outcome: { kind: 'succeeds' } },
  pm_card_mastercard: { type: 'card', outcome: { kind: 'succeeds' } },
  pm_upi: { type: 'upi', outcome: { kind: 'succeeds' } },
  pm_upi_slow: { type: 'upi', outcome: { kind: 'processing' } },
  pm_upi_collect: { type: 'upi', outcome: { kind: 'processing' }, expires_s: upi_answer_s },
  pm_upi_qr: { type: 'upi', outcome: { kind: 'shows_code' }, expires_s: upi_answer_s },
  pm_card_authenticationRequired: { type: 'card', outcome: { kind: 'asks' } },
  pm_card_threeDSecure2Required: { type: 'card', outcome: { kind: 'asks' } },
  pm_card_chargeDeclined: {
    type: 'card',
    outcome: declines('card_declined', 'The card was declined.', 'generic_decline'),
  },
  pm_card_chargeDeclinedInsufficientFunds: {
    type: 'card',
    outcome: declines('card_declined', 'The card has insufficient funds.', 'insufficient_funds'),
  },
  pm_card_chargeDeclinedExpiredCard: { type: 'card', outcome: declines('expired_card', 'The card has expired.') },
  pm_card_chargeDeclinedProcessingError: {
    type: 'card',
    outcome: declines('processing_error', 'The bank could not process the card. Try again later.'),
  },
};

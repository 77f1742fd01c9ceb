import type { Paise } from '#platform/money';

/**
 * The shopper's side of the money: one payment per checkout, captured, refunded, disputed (SM-6, R-8.2).
 * Card data never passes here; the shopper gives it to the provider's own page.
 *
 * Every method may throw `ProviderUnavailable`, `OutcomeUnknown` or `ProviderRefused` (provider-errors.ts). A call takes
 * at most 10 s, retries included (a list: each page). Call them with no transaction open.
 * Her money lies with a licensed provider and its bank, never with us: what passes here are instructions and states.
 * @rule  
 */
export interface PaymentProvider {
  /** 'stripe': goes into (provider, object id, kind), which is unique. @rule S-6 */
  readonly name: string;

  /**
   * Opens a payment the shopper can pay. The row must be written before the call; the provider's idempotency key
   * derives from `paymentId`, so a repeat finds the first. @rule S-7
   */
  createIntent(order: IntentOrder): Promise<ProviderPayment>;

  /** The payment as the provider sees it now: the only truth a notice or a browser return is settled with. @rule S-6 */
  retrieve(providerId: string): Promise<ProviderPayment>;

  /**
   * Settles the unknown outcome of `createIntent`: looks for our id among the payments made around that moment.
   * `null`: the provider never got the call.
   */
  findByPaymentId(paymentId: string, askedAt: Date): Promise<ProviderPayment | null>;

  /** Takes an authorised amount, or a part of it (the rest is let go). */
  capture(order: { paymentId: string; providerId: string; amount_paise: Paise }): Promise<ProviderPayment>;

  /** Lets the shopper pay no longer. Refused with `payment_intent_unexpected_state` when the money is already there. */
  cancel(order: { paymentId: string; providerId: string }): Promise<ProviderPayment>;

  /**
   * Sends money back to where it came from, whole or in part. Refused when it exceeds captured minus refunded.
   * @rule S-9
   */
  refund(order: RefundOrder): Promise<ProviderRefund>;

  retrieveRefund(providerId: string): Promise<ProviderRefund>;

  /** A shopper's quarrel with us at her bank, as the provider sees it now. @rule S-19 */
  retrieveDispute(providerId: string): Promise<ProviderDispute>;

  /**
   * Hands what proves the sale to the shopper's bank, once and for all. The same again under the same key changes nothing.
   * Refused when the bank does not listen any more.
   */
  submitEvidence(order: { providerId: string; key: string; evidence: DisputeEvidence }): Promise<ProviderDispute>;

  /** Settles the unknown outcome of `refund`. `null`: the provider never got the call. */
  findRefund(refundId: string, providerPaymentId: string): Promise<ProviderRefund | null>;

  /**
   * Believes a notice or throws `WebhookRejected`. Signature over the raw bytes, in constant time, ≤ 300 s old, either
   * of two secrets, our mode and account, ≤ 256 KiB.
   *
   * @param rawBody the bytes as they came, before any parser
   * @param headers the request's headers, names in lower case
   * @rule S-18
   */
  verifyWebhook(
    rawBody: Uint8Array,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): Promise<ProviderNotice>;

  /** Everything made at or after `since`, newest first, for reconciliation and for notices that never came. @rule S-8 S-19 */
  listSince(kind: 'payments', since: Date): AsyncIterable<ProviderPayment>;
  listSince(kind: 'refunds', since: Date): AsyncIterable<ProviderRefund>;
  listSince(kind: 'fees', since: Date): AsyncIterable<ProviderFee>;
  listSince(kind: 'notices', since: Date): AsyncIterable<ProviderNotice>;
  listSince(kind: 'settlements', since: Date): AsyncIterable<ProviderSettlement>;

  /** The lines of the provider's books whose money came to our bank with a settlement, newest first. @rule S-8 */
  settledLines(settlementId: string): AsyncIterable<ProviderFee>;
}

export interface IntentOrder {
  /** Our payment row's id (UUID): idempotency key and the provider's memory of us. */
  paymentId: string;
  amount_paise: Paise;
  /** What the shopper reads on the provider's page, e.g. 'ODOP Bazaar order ODB-2026-000123'. */
  description: string;
  /** 'later': authorise now, capture by `capture`. Default 'now'. */
  capture?: 'now' | 'later';
  /** True when an earlier attempt may have reached the provider long ago: look for it before asking again. */
  triedBefore?: { at: Date };
}

/**
 * `awaiting_shopper` (SM-6 INTENT_CREATED; `failure` holds the last declined attempt), `processing` (PROCESSING),
 * `authorised` (AUTHORISED), `captured` (CAPTURED), `cancelled` (FAILED or VOIDED).
 */
export type ProviderPaymentStatus = 'awaiting_shopper' | 'processing' | 'authorised' | 'captured' | 'cancelled';

export interface ProviderPayment {
  providerId: string;
  /** Our id, or null for a payment we did not ask for (a difference to report). @rule S-8 */
  paymentId: string | null;
  status: ProviderPaymentStatus;
  /** ISO 4217, upper case. Ours are all INR; anything else was not asked for by us. */
  currency: string;
  amount_paise: Paise;
  captured_paise: Paise;
  refunded_paise: Paise;
  /** The provider's fee on the capture, null while unknown. */
  fee_paise: Paise | null;
  /** How it was paid, for whoever looks for it in the provider's books; null: it is not, or the provider does not say. */
  proof: PaymentProof | null;
  disputed: boolean;
  /** Hand it to the shopper's browser only; never log it. */
  clientSecret: string | null;
  /**
   * Where the shopper goes to prove it is them (additional factor, UPI app) or, with a provider that has a page of its
   * own, to pay. Null: pay in our page with `clientSecret`. @rule
   */
  nextUrl: string | null;
  failure: { code: string; message: string } | null;
  madeAt: Date;
}

/** Where a payment that was taken is found. */
export interface PaymentProof {
  /** The provider's number of the transaction. */
  transactionId: string;
  /** The provider's word: `upi`, `card`. */
  mode: string;
  at: Date;
}

export interface RefundOrder {
  /** Our refund row's id (UUID): idempotency key. */
  refundId: string;
  providerPaymentId: string;
  amount_paise: Paise;
  /** True when an earlier attempt may have reached the provider: keys are forgotten after a day, so look first. */
  triedBefore?: boolean;
}

export interface ProviderRefund {
  providerId: string;
  refundId: string | null;
  providerPaymentId: string;
  status: 'pending' | 'succeeded' | 'failed' | 'cancelled';
  amount_paise: Paise;
  failure: string | null;
  madeAt: Date;
}

export interface ProviderDispute {
  providerId: string;
  providerPaymentId: string;
  status: 'open' | 'won' | 'lost';
  amount_paise: Paise;
  /** The provider's word, e.g. 'product_not_received'. */
  reason: string;
  /** Until when her bank listens; null when it does not say. */
  respondBy: Date | null;
}

/** What proves that goods were sold, sent and received; nothing of the shopper's person. */
export interface DisputeEvidence {
  /** What was bought, in words, at most 20,000 characters. */
  goods: string;
  /** Who carried it, and under which numbers; several are separated by commas. */
  carrier: string | null;
  trackingNumber: string | null;
  /** `YYYY-MM-DD`: the day the first parcel left its maker. */
  sentOn: string | null;
  /** The day the last one arrived; null while one is on its way. */
  receivedOn: string | null;
  /** Everything else, at most 20,000 characters. */
  text: string;
}

/** One line of the provider's own books. */
export interface ProviderFee {
  providerId: string;
  /** 'charge', 'refund', 'adjustment' …: the provider's word. */
  kind: string;
  /** The provider's id of the charge, refund or dispute it is about. */
  aboutProviderId: string | null;
  /** The payment behind that, when the provider names it. */
  providerPaymentId: string | null;
  gross_paise: Paise;
  fee_paise: Paise;
  net_paise: Paise;
  madeAt: Date;
}

/** What the provider sends to our bank: many lines of its books in one sum. */
export interface ProviderSettlement {
  providerId: string;
  /**
   * `under_way`: also while its lines are not all listed. `unlisted`: it arrived, and what is in it is never named.
   * `failed`: it came back, and its lines go with a later one.
   */
  status: 'under_way' | 'arrived' | 'unlisted' | 'failed';
  amount_paise: Paise;
  madeAt: Date;
}

/** News from the provider. Notices come late, twice, shuffled or never: take the state from `retrieve`. @rule S-19 */
export interface ProviderNotice {
  /** Unique per event: the inbox key. */
  eventId: string;
  /** The provider's own word, e.g. 'payment_intent.succeeded'. */
  type: string;
  /** What it is about; 'other' is stored, answered 2xx and left alone. */
  about: 'payment' | 'refund' | 'dispute' | 'other';
  /** Provider id of the payment the news touches (for refunds and disputes too), when it names one. */
  providerPaymentId: string | null;
  /** Provider id of the object itself: payment, refund or dispute. */
  objectId: string;
  madeAt: Date;
}

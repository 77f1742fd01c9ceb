import type Stripe from 'stripe';
import type {
  DisputeEvidence,
  PaymentProof,
  ProviderDispute,
  ProviderFee,
  ProviderNotice,
  ProviderPayment,
  ProviderPaymentStatus,
  ProviderRefund,
  ProviderSettlement,
} from '../ports/payment-provider.js';

/** The provider's objects in our words. Pure: no call is made here. */

const statuses: Readonly<Record<string, ProviderPaymentStatus>> = {
  requires_payment_method: 'awaiting_shopper',
  requires_confirmation: 'awaiting_shopper',
  requires_action: 'awaiting_shopper',
  processing: 'processing',
  requires_capture: 'authorised',
  succeeded: 'captured',
  canceled: 'cancelled',
};

/** @param payPage where the shopper pays when there is a page for it; the real provider is paid in our own page */
export function paymentOf(intent: Stripe.PaymentIntent, payPage: (id: string) => string | null): ProviderPayment {
  // A status invented after this was written: the money is not here, and the shopper may still pay.
  const status = statuses[intent.status] ?? 'awaiting_shopper';
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
  const line = charge !== null && typeof charge.balance_transaction === 'object' ? charge.balance_transaction : null;
  const error = intent.last_payment_error;
  return {
    providerId: intent.id,
    paymentId: intent.metadata['payment_id'] ?? null,
    status,
    currency: intent.currency.toUpperCase(),
    amount_paise: BigInt(intent.amount),
    captured_paise: BigInt(intent.amount_received),
    // An authorisation let go counts as refunded there; no money came, so none went back.
    refunded_paise: BigInt(charge?.captured ? charge.amount_refunded : 0),
    fee_paise: line === null ? null : BigInt(line.fee),
    proof: proofOf(charge),
    disputed: charge?.disputed ?? false,
    clientSecret: intent.client_secret,
    nextUrl: nextUrlOf(intent) ?? (status === 'awaiting_shopper' ? payPage(intent.id) : null),
    failure: error === null ? null : { code: error.code ?? error.type, message: error.message ?? '' },
    madeAt: dateOf(intent.created),
  };
}

function proofOf(charge: Stripe.Charge | null): PaymentProof | null {
  const mode = charge?.payment_method_details?.type;
  return charge?.captured && mode !== undefined ? { transactionId: charge.id, mode, at: dateOf(charge.created) } : null;
}

/** Her bank's page, or the one that shows the code for her UPI app and opens it on a phone. @rule  */
function nextUrlOf({ next_action }: Stripe.PaymentIntent): string | null {
  const upi = next_action?.upi_handle_redirect_or_display_qr_code;
  return next_action?.redirect_to_url?.url ?? upi?.hosted_instructions_url ?? null;
}

const refundStatuses: Readonly<Record<string, ProviderRefund['status']>> = {
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'cancelled',
};

export function refundOf(refund: Stripe.Refund): ProviderRefund {
  return {
    providerId: refund.id,
    refundId: refund.metadata?.['refund_id'] ?? null,
    providerPaymentId: idOf(refund.payment_intent) ?? '',
    status: refundStatuses[refund.status ?? ''] ?? 'pending',
    amount_paise: BigInt(refund.amount),
    failure: refund.failure_reason ?? null,
    madeAt: dateOf(refund.created),
  };
}

export function feeOf(line: Stripe.BalanceTransaction): ProviderFee {
  return {
    providerId: line.id,
    kind: line.type,
    aboutProviderId: idOf(line.source),
    providerPaymentId: idOf((line.source as { payment_intent?: unknown } | null)?.payment_intent),
    gross_paise: BigInt(line.amount),
    fee_paise: BigInt(line.fee),
    net_paise: BigInt(line.net),
    madeAt: dateOf(line.created),
  };
}

/** Lines are named of a payout the provider makes by itself, and all of them once it has put them together. @rule S-8 */
function settlementStatusOf(payout: Stripe.Payout): ProviderSettlement['status'] {
  if (payout.status === 'failed' || payout.status === 'canceled') return 'failed';
  if (payout.status !== 'paid') return 'under_way';
  if (!payout.automatic || payout.reconciliation_status === 'not_applicable') return 'unlisted';
  return payout.reconciliation_status === 'completed' ? 'arrived' : 'under_way';
}

export function settlementOf(payout: Stripe.Payout): ProviderSettlement {
  return {
    providerId: payout.id,
    status: settlementStatusOf(payout),
    amount_paise: BigInt(payout.amount),
    madeAt: dateOf(payout.created),
  };
}

/** Notices about charges repeat those about payments and refunds: they are kept and left alone. */
export function noticeOf(event: Stripe.Event): ProviderNotice {
  const object = event.data.object as { id?: string; object?: string; payment_intent?: unknown };
  return {
    eventId: event.id,
    type: event.type,
    about: aboutOf(object.object, event.type),
    providerPaymentId: object.object === 'payment_intent' ? (object.id ?? null) : idOf(object.payment_intent),
    objectId: object.id ?? '',
    madeAt: dateOf(event.created),
  };
}

function aboutOf(object: string | undefined, type: string): ProviderNotice['about'] {
  if (object === 'payment_intent') return type === 'payment_intent.created' ? 'other' : 'payment';
  if (object === 'refund' || object === 'dispute') return object;
  return 'other';
}

export function disputeOf(dispute: Stripe.Dispute): ProviderDispute {
  const closed = (['won', 'lost'] as const).find((status) => status === dispute.status);
  return {
    providerId: dispute.id,
    providerPaymentId: idOf(dispute.payment_intent) ?? '',
    status: closed ?? 'open',
    amount_paise: BigInt(dispute.amount),
    reason: dispute.reason,
    respondBy: dispute.evidence_details?.due_by ? dateOf(dispute.evidence_details.due_by) : null,
  };
}

/** Our proof in the provider's words; what there is none of is left out. */
export function evidenceFor(proof: DisputeEvidence): Stripe.DisputeUpdateParams.Evidence {
  return {
    product_description: proof.goods,
    uncategorized_text: proof.text,
    ...(proof.carrier !== null && { shipping_carrier: proof.carrier }),
    ...(proof.trackingNumber !== null && { shipping_tracking_number: proof.trackingNumber }),
    ...(proof.sentOn !== null && { shipping_date: proof.sentOn }),
    ...(proof.receivedOn !== null && { service_date: proof.receivedOn }),
  };
}

/** The id of something that may have been expanded. */
function idOf(reference: unknown): string | null {
  if (typeof reference === 'string') return reference;
  const expanded = typeof reference === 'object' && reference !== null && 'id' in reference ? reference.id : null;
  return typeof expanded === 'string' ? expanded : null;
}

const dateOf = (seconds: number): Date => new Date(seconds * 1_000);

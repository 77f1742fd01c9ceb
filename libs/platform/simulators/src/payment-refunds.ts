import { z } from 'zod';
import type { Asker, PaymentBooks } from './payment-books.js';
import { invalid, missing, type Charge, type Dispute, type Refund } from './payment-objects.js';
import { makeId } from './references.js';

export const refundParams = z.strictObject({
  payment_intent: z.string().optional(),
  charge: z.string().optional(),
  amount: z.coerce.number().int().positive().optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: z.record(z.string(), z.string()).optional(),
  expand: z.array(z.string()).optional(),
});

/** Money back, whole or in part, never more than was captured. `pending` leaves it open for `settleRefund`. */
export function createRefund(
  books: PaymentBooks,
  params: z.infer<typeof refundParams>,
  asker: Asker,
  pending: boolean,
): Refund {
  const charge = chargeToRefund(books, params);
  const left = charge.amount_captured - charge.amount_refunded;
  if (left === 0) throw invalid(`Charge ${charge.id} has already been refunded.`, 'charge_already_refunded');
  const amount = params.amount ?? left;
  if (amount > left) {
    throw invalid(
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      undefined,
      'amount',
    );
  }
  const id = makeId('re');
  const refund = books.refunds.put(id, {
    id,
    object: 'refund',
    amount,
    balance_transaction: books.book('refund', -amount, id).id,
    charge: charge.id,
    created: books.now_s(),
    currency: 'inr',
    metadata: params.metadata ?? {},
    payment_intent: charge.payment_intent,
    reason: params.reason ?? null,
    status: pending ? 'pending' : 'succeeded',
  });
  const refunded = changeRefunded(books, charge, amount);
  books.news('refund.created', refund, asker);
  books.news('charge.refunded', refunded, asker);
  return refund;
}

/** The end of a pending refund; a failed one gives the money back to us. */
export function settleRefund(books: PaymentBooks, id: string, outcome: 'succeeded' | 'failed', asker: Asker): Refund {
  const refund = books.refunds.get(id);
  if (refund === undefined) throw missing('refund', id);
  if (refund.status !== 'pending') throw invalid(`Refund ${id} is ${refund.status}.`);
  const settled = books.refunds.put(id, {
    ...refund,
    status: outcome,
    ...(outcome === 'failed' && { failure_reason: 'expired_or_canceled_card' }),
  });
  if (outcome === 'failed') {
    books.book('refund_failure', refund.amount, id);
    changeRefunded(books, books.charges.get(refund.charge)!, -refund.amount);
    books.news('refund.failed', settled, asker);
  }
  books.news('refund.updated', settled, asker);
  return settled;
}

/** Days a bank gives for an answer. */
const answer_days = 9;

/**
 * The shopper's bank takes the money back while it asks: all of it, or the part she asks about. `again`: it asks about a charge
 * it has asked about already, or about what was sent back.
 */
export function openDispute(
  books: PaymentBooks,
  chargeId: string,
  asked: { reason: string; amount: number | null; again?: boolean },
  asker: Asker,
): Dispute {
  const charge = books.charges.get(chargeId);
  if (charge === undefined) throw missing('charge', chargeId);
  if (charge.disputed && !asked.again) throw invalid(`Charge ${chargeId} is disputed already.`);
  const id = makeId('dp');
  const { reason } = asked;
  const amount = Math.min(
    asked.amount ?? Infinity,
    charge.amount_captured - (asked.again ? 0 : charge.amount_refunded),
  );
  books.charges.put(chargeId, { ...charge, disputed: true });
  books.book('adjustment', -amount, id);
  const dispute = books.disputes.put(id, {
    id,
    object: 'dispute',
    amount,
    charge: chargeId,
    created: books.now_s(),
    currency: 'inr',
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason,
    status: 'needs_response',
    evidence: {},
    evidence_details: {
      due_by: books.now_s() + answer_days * 86_400,
      ...{ has_evidence: false, past_due: false, submission_count: 0 },
    },
  });
  books.news('charge.dispute.created', dispute, asker);
  return dispute;
}

export const evidenceParams = z.strictObject({
  evidence: z.record(z.string(), z.string().max(20_000)),
  submit: z.enum(['true', 'false']).optional(),
  expand: z.array(z.string()).optional(),
});

/** What the merchant says; once it is submitted her bank looks at it, and no more is taken. */
export function submitEvidence(
  books: PaymentBooks,
  id: string,
  params: z.infer<typeof evidenceParams>,
  asker: Asker,
): Dispute {
  const dispute = books.disputes.get(id);
  if (dispute === undefined) throw missing('dispute', id);
  if (dispute.status !== 'needs_response') throw invalid(`Dispute ${id} is ${dispute.status}.`, 'dispute_closed');
  const isSubmitted = params.submit !== 'false';
  const { submission_count: count } = dispute.evidence_details;
  const answered = books.disputes.put(id, {
    ...dispute,
    status: isSubmitted ? 'under_review' : 'needs_response',
    evidence: { ...dispute.evidence, ...params.evidence },
    evidence_details: {
      ...dispute.evidence_details,
      has_evidence: true,
      submission_count: isSubmitted ? count + 1 : count,
    },
  });
  books.news('charge.dispute.updated', answered, asker);
  return answered;
}

/** A bank believes a number under which the goods travelled together with the day they arrived. */
export const decides = ({ status, evidence }: Dispute): 'won' | 'lost' =>
  status === 'under_review' && evidence['shipping_tracking_number'] && evidence['service_date'] ? 'won' : 'lost';

export function closeDispute(books: PaymentBooks, id: string, said: 'won' | 'lost' | null, asker: Asker): Dispute {
  const dispute = books.disputes.get(id);
  if (dispute === undefined) throw missing('dispute', id);
  if (dispute.status === 'won' || dispute.status === 'lost') throw invalid(`Dispute ${id} is ${dispute.status}.`);
  const outcome = said ?? decides(dispute);
  if (outcome === 'won') {
    books.book('adjustment', dispute.amount, id);
    const others = books.disputes.all().filter((one) => one.charge === dispute.charge && one.id !== id);
    const disputed = others.some((one) => one.status !== 'won');
    books.charges.put(dispute.charge, { ...books.charges.get(dispute.charge)!, disputed });
  }
  const closed = books.disputes.put(id, { ...dispute, status: outcome });
  books.news('charge.dispute.closed', closed, asker);
  return closed;
}

function chargeToRefund(books: PaymentBooks, params: z.infer<typeof refundParams>): Charge {
  const id = params.charge ?? books.intents.get(params.payment_intent ?? '')?.latest_charge ?? null;
  if (params.charge === undefined && params.payment_intent === undefined) {
    throw invalid('One of payment_intent or charge is needed.', 'parameter_missing');
  }
  const charge = id === null ? undefined : books.charges.get(id);
  if (charge === undefined) throw missing('charge', params.charge ?? params.payment_intent!);
  if (!charge.captured) throw invalid('This payment has no captured charge to refund.', 'charge_not_refundable');
  return charge;
}

function changeRefunded(books: PaymentBooks, charge: Charge, by: number): Charge {
  const amount_refunded = charge.amount_refunded + by;
  return books.charges.put(charge.id, {
    ...charge,
    amount_refunded,
    refunded: amount_refunded === charge.amount_captured,
  });
}

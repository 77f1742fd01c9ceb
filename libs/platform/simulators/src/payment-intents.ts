import { z } from 'zod';
import type { Asker, PaymentBooks } from './payment-books.js';
import { testMethods, type TestMethod } from './payment-methods.js';
import {
  invalid,
  missing,
  stripeRefusal,
  type Charge,
  type ErrorBody,
  type Intent,
  type NextAction,
} from './payment-objects.js';
import { makeId } from './references.js';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const metadata = z.record(z.string(), z.string()).optional();
const wholeAmount = z.coerce.number().int().positive();
const expand = z.array(z.string()).optional();

/** Parameters of POST /v1/payment_intents that we know; others are refused, as the real one does. */
export const createParams = z.strictObject({
  amount: wholeAmount,
  currency: z.string(),
  capture_method: z.enum(['automatic', 'automatic_async', 'manual']).optional(),
  confirm: flag.optional(),
  payment_method: z.string().optional(),
  payment_method_types: z.array(z.string()).optional(),
  automatic_payment_methods: z.record(z.string(), z.string()).optional(),
  description: z.string().max(1_000).optional(),
  metadata,
  receipt_email: z.string().optional(),
  return_url: z.string().optional(),
  statement_descriptor: z.string().max(22).optional(),
  statement_descriptor_suffix: z.string().max(22).optional(),
  transfer_group: z.string().optional(),
  expand,
});

export const confirmParams = z.strictObject({
  payment_method: z.string().optional(),
  return_url: z.string().optional(),
  expand,
});

export const captureParams = z.strictObject({ amount_to_capture: wholeAmount.optional(), metadata, expand });

export const cancelParams = z.strictObject({ cancellation_reason: z.string().optional(), expand });

/** The smallest payment: 50 paise. */
const smallest_paise = 50;

export function createIntent(books: PaymentBooks, params: z.infer<typeof createParams>, asker: Asker): Intent {
  if (params.currency.toLowerCase() !== 'inr')
    throw invalid(`Invalid currency: ${params.currency}`, undefined, 'currency');
  if (params.amount < smallest_paise) throw invalid('Amount must be at least ₹0.50', 'amount_too_small', 'amount');
  if (params.confirm && params.payment_method === undefined) throw invalid('A payment method is needed to confirm.');
  const id = makeId('pi');
  const intent = books.intents.put(id, {
    id,
    object: 'payment_intent',
    amount: params.amount,
    amount_capturable: 0,
    amount_received: 0,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: params.capture_method === 'manual' ? 'manual' : 'automatic',
    client_secret: makeId(`${id}_secret`),
    created: books.now_s(),
    currency: 'inr',
    description: params.description ?? null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: params.metadata ?? {},
    next_action: null,
    payment_method: params.payment_method ?? null,
    payment_method_types: params.payment_method_types ?? ['card', 'upi'],
    receipt_email: params.receipt_email ?? null,
    statement_descriptor: params.statement_descriptor ?? null,
    status: params.payment_method === undefined ? 'requires_payment_method' : 'requires_confirmation',
    transfer_group: params.transfer_group ?? null,
  });
  books.openedBy.put(id, asker.idempotencyKey);
  books.news('payment_intent.created', intent, asker);
  return params.confirm ? confirmIntent(books, id, params, asker) : intent;
}

/**
 * The shopper (or our server, in tests) pays with a test method.
 * @throws Refusal 402 when the bank declines: the intent stays payable
 */
export function confirmIntent(
  books: PaymentBooks,
  id: string,
  params: { payment_method?: string; return_url?: string },
  asker: Asker,
): Intent {
  const intent = intentIn(
    books,
    id,
    ['requires_payment_method', 'requires_confirmation', 'requires_action'],
    'confirm',
  );
  const name = params.payment_method ?? intent.payment_method;
  if (name === null) throw invalid('A payment method is needed to confirm.', 'parameter_missing', 'payment_method');
  const method = testMethods[name];
  if (method === undefined) throw missing('PaymentMethod', name);
  const tried: Intent = { ...intent, payment_method: name, last_payment_error: null, next_action: null };
  switch (method.outcome.kind) {
    case 'succeeds':
      return chargeIntent(books, tried, method, asker);
    case 'asks':
      return tellIntent(books, 'payment_intent.requires_action', asker, {
        ...tried,
        status: 'requires_action',
        next_action: {
          type: 'redirect_to_url',
          redirect_to_url: { url: `${books.pageBase}/pay/${id}`, return_url: params.return_url ?? null },
        },
      });
    case 'shows_code':
      return tellIntent(books, 'payment_intent.requires_action', asker, {
        ...tried,
        status: 'requires_action',
        next_action: codeToScan(books, id, mayExpire(books, id, method)),
      });
    case 'processing':
      mayExpire(books, id, method);
      return tellIntent(books, 'payment_intent.processing', asker, { ...tried, status: 'processing' });
    case 'declines':
      return declineIntent(books, tried, method.outcome, asker);
  }
}

/** @returns when what nobody answers fails by itself, seconds; null: never */
function mayExpire(books: PaymentBooks, id: string, { expires_s }: TestMethod): number | null {
  if (expires_s === undefined) return null;
  const at_s = books.now_s() + expires_s;
  books.expiries.put(id, at_s);
  return at_s;
}

function codeToScan(books: PaymentBooks, id: string, expires_at: number | null): NextAction {
  const page = `${books.pageBase}/pay/${id}`;
  return {
    type: 'upi_handle_redirect_or_display_qr_code',
    upi_handle_redirect_or_display_qr_code: {
      hosted_instructions_url: page,
      qr_code: {
        expires_at: expires_at ?? books.now_s(),
        image_url_png: `${page}?code=png`,
        image_url_svg: `${page}?code=svg`,
      },
    },
  };
}

/** What nobody answered in its time fails by itself, with its news. @param now_s  seconds since 1970 */
export function expireIntents(books: PaymentBooks, now_s: number, asker: Asker): void {
  for (const id of books.expiries.keys().filter((key) => books.expiries.get(key)! <= now_s)) {
    const status = books.intents.get(id)?.status;
    books.expiries.remove(id);
    if (status === 'requires_action' || status === 'processing') settleIntent(books, id, 'failed', asker);
  }
}

/** The end of what was left open: the bank's page passed or failed, the slow transfer arrived or did not. */
export function settleIntent(books: PaymentBooks, id: string, outcome: 'passed' | 'failed', asker: Asker): Intent {
  const intent = intentIn(books, id, ['requires_action', 'processing'], 'settle');
  books.expiries.remove(id);
  const tried: Intent = { ...intent, next_action: null };
  if (outcome === 'passed') return chargeIntent(books, tried, testMethods[intent.payment_method!]!, asker);
  const code =
    intent.status === 'processing' ? 'payment_intent_payment_attempt_failed' : 'payment_intent_authentication_failure';
  return failIntent(books, tried, { type: 'card_error', code, message: 'The payment was not completed.' }, asker);
}

export function captureIntent(
  books: PaymentBooks,
  id: string,
  params: z.infer<typeof captureParams>,
  asker: Asker,
): Intent {
  const intent = intentIn(books, id, ['requires_capture'], 'capture');
  const amount = params.amount_to_capture ?? intent.amount_capturable;
  if (amount > intent.amount_capturable)
    throw invalid('More than the authorised amount.', 'amount_too_large', 'amount_to_capture');
  const charge = books.charges.get(intent.latest_charge!)!;
  const line = books.book('charge', amount, charge.id);
  const captured = { ...charge, captured: true, amount_captured: amount, balance_transaction: line.id };
  books.news('charge.captured', books.charges.put(charge.id, captured), asker);
  return tellIntent(books, 'payment_intent.succeeded', asker, {
    ...intent,
    status: 'succeeded',
    amount_capturable: 0,
    amount_received: amount,
  });
}

export function cancelIntent(
  books: PaymentBooks,
  id: string,
  params: z.infer<typeof cancelParams>,
  asker: Asker,
): Intent {
  const open: Intent['status'][] = [
    'requires_payment_method',
    'requires_confirmation',
    'requires_action',
    'processing',
    'requires_capture',
  ];
  const intent = intentIn(books, id, open, 'cancel');
  const charge = intent.latest_charge === null ? undefined : books.charges.get(intent.latest_charge);
  if (charge?.status === 'succeeded') {
    books.charges.put(charge.id, { ...charge, amount_refunded: charge.amount, refunded: true });
  }
  return tellIntent(books, 'payment_intent.canceled', asker, {
    ...intent,
    status: 'canceled',
    amount_capturable: 0,
    canceled_at: books.now_s(),
    cancellation_reason: params.cancellation_reason ?? null,
    next_action: null,
  });
}

function chargeIntent(books: PaymentBooks, intent: Intent, method: TestMethod, asker: Asker): Intent {
  const held = intent.capture_method === 'manual';
  const id = makeId('ch');
  const line = held ? null : books.book('charge', intent.amount, id);
  const charge = newCharge(books, intent, method, {
    id,
    captured: !held,
    amount_captured: held ? 0 : intent.amount,
    balance_transaction: line?.id ?? null,
    paid: true,
    status: 'succeeded',
  });
  books.chargedBy.put(id, asker.idempotencyKey ?? books.openedBy.get(intent.id) ?? null);
  books.news('charge.succeeded', charge, asker);
  const paid: Intent = { ...intent, latest_charge: id, payment_method_types: intent.payment_method_types };
  return held
    ? tellIntent(books, 'payment_intent.amount_capturable_updated', asker, {
        ...paid,
        status: 'requires_capture',
        amount_capturable: intent.amount,
      })
    : tellIntent(books, 'payment_intent.succeeded', asker, {
        ...paid,
        status: 'succeeded',
        amount_received: intent.amount,
      });
}

function declineIntent(
  books: PaymentBooks,
  intent: Intent,
  why: { code: string; declineCode?: string; message: string },
  asker: Asker,
): never {
  const error: ErrorBody = {
    type: 'card_error',
    code: why.code,
    message: why.message,
    ...(why.declineCode && { decline_code: why.declineCode }),
  };
  const failed = failIntent(books, intent, error, asker);
  throw stripeRefusal(402, { ...error, payment_intent: failed });
}

function failIntent(books: PaymentBooks, intent: Intent, error: ErrorBody, asker: Asker): Intent {
  const charge = newCharge(books, intent, testMethods[intent.payment_method!]!, {
    id: makeId('ch'),
    captured: false,
    amount_captured: 0,
    balance_transaction: null,
    paid: false,
    status: 'failed',
    failure_code: error.code ?? null,
    failure_message: error.message,
  });
  books.news('charge.failed', charge, asker);
  return tellIntent(books, 'payment_intent.payment_failed', asker, {
    ...intent,
    status: 'requires_payment_method',
    payment_method: null,
    last_payment_error: error,
    latest_charge: charge.id,
  });
}

function newCharge(
  books: PaymentBooks,
  intent: Intent,
  method: TestMethod,
  outcome: Pick<Charge, 'id' | 'captured' | 'amount_captured' | 'balance_transaction' | 'paid' | 'status'> &
    Partial<Charge>,
): Charge {
  return books.charges.put(outcome.id, {
    object: 'charge',
    amount: intent.amount,
    amount_refunded: 0,
    created: books.now_s(),
    currency: 'inr',
    disputed: false,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: intent.metadata,
    payment_intent: intent.id,
    payment_method: intent.payment_method!,
    payment_method_details: { type: method.type },
    refunded: false,
    ...outcome,
  });
}

function tellIntent(books: PaymentBooks, type: string, asker: Asker, intent: Intent): Intent {
  books.intents.put(intent.id, intent);
  books.news(type, intent, asker);
  return intent;
}

function intentIn(books: PaymentBooks, id: string, allowed: Intent['status'][], verb: string): Intent {
  const intent = books.intents.get(id);
  if (intent === undefined) throw missing('payment_intent', id);
  if (!allowed.includes(intent.status)) {
    throw stripeRefusal(400, {
      type: 'invalid_request_error',
      code: 'payment_intent_unexpected_state',
      message: `You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}.`,
      payment_intent: intent,
    });
  }
  return intent;
}

import { Refusal } from './simulated-http.js';

/** The objects of the simulated provider, with the field names its real counterpart uses. Amounts are paise. */
export interface Intent {
  id: string;
  object: 'payment_intent';
  amount: number;
  amount_capturable: number;
  amount_received: number;
  canceled_at: number | null;
  cancellation_reason: string | null;
  capture_method: 'automatic' | 'manual';
  client_secret: string;
  created: number;
  currency: 'inr';
  description: string | null;
  last_payment_error: ErrorBody | null;
  latest_charge: string | null;
  livemode: boolean;
  metadata: Record<string, string>;
  next_action: NextAction | null;
  payment_method: string | null;
  payment_method_types: string[];
  receipt_email: string | null;
  statement_descriptor: string | null;
  status:
    | 'requires_payment_method'
    | 'requires_confirmation'
    | 'requires_action'
    | 'processing'
    | 'requires_capture'
    | 'succeeded'
    | 'canceled';
  transfer_group: string | null;
}

/** What the shopper is asked to do: go to her bank's page, or scan a code with her UPI app. */
export type NextAction =
  | { type: 'redirect_to_url'; redirect_to_url: { url: string; return_url: string | null } }
  | {
      type: 'upi_handle_redirect_or_display_qr_code';
      upi_handle_redirect_or_display_qr_code: {
        hosted_instructions_url: string;
        qr_code: { expires_at: number; image_url_png: string; image_url_svg: string };
      };
    };

export interface Charge {
  id: string;
  object: 'charge';
  amount: number;
  amount_captured: number;
  amount_refunded: number;
  balance_transaction: string | null;
  captured: boolean;
  created: number;
  currency: 'inr';
  disputed: boolean;
  failure_code: string | null;
  failure_message: string | null;
  livemode: boolean;
  metadata: Record<string, string>;
  paid: boolean;
  payment_intent: string;
  payment_method: string;
  payment_method_details: { type: string };
  refunded: boolean;
  status: 'succeeded' | 'pending' | 'failed';
}

export interface Refund {
  id: string;
  object: 'refund';
  amount: number;
  balance_transaction: string | null;
  charge: string;
  created: number;
  currency: 'inr';
  failure_reason?: string;
  metadata: Record<string, string>;
  payment_intent: string;
  reason: string | null;
  status: 'pending' | 'succeeded' | 'failed' | 'canceled';
}

export interface BalanceLine {
  id: string;
  object: 'balance_transaction';
  amount: number;
  available_on: number;
  created: number;
  currency: 'inr';
  fee: number;
  fee_details: { amount: number; currency: 'inr'; description: string; type: string }[];
  net: number;
  reporting_category: string;
  source: string;
  status: 'available' | 'pending';
  type:
    | 'charge'
    | 'refund'
    | 'refund_failure'
    | 'adjustment'
    | 'transfer'
    | 'transfer_refund'
    | 'payout'
    | 'stripe_fee'
    | 'reserve_hold';
}

/** An account of somebody we pay, at the provider. */
export interface Account {
  id: string;
  object: 'account';
  country: 'IN';
  created: number;
  metadata: Record<string, string>;
  payouts_enabled: boolean;
  type: 'custom';
  /** The last four digits of its bank account: how it behaves. */
  ending: string;
}

export interface Transfer {
  id: string;
  object: 'transfer';
  amount: number;
  amount_reversed: number;
  balance_transaction: string;
  created: number;
  currency: 'inr';
  description: string | null;
  destination: string;
  livemode: boolean;
  metadata: Record<string, string>;
  reversed: boolean;
  transfer_group: string | null;
}

/** Money of an account on its way to its bank. */
export interface AccountPayout {
  id: string;
  object: 'payout';
  account: string;
  amount: number;
  /** False: somebody sent it by hand, and nobody is told what is in it. */
  automatic: boolean;
  created: number;
  currency: 'inr';
  failure_code: string | null;
  livemode: boolean;
  metadata: Record<string, string>;
  /** `in_progress`: only some of its lines are listed yet. */
  reconciliation_status: 'completed' | 'in_progress' | 'not_applicable';
  status: 'pending' | 'paid' | 'failed' | 'canceled';
  trace_id: { status: string; value: string } | null;
}

export interface Dispute {
  id: string;
  object: 'dispute';
  amount: number;
  charge: string;
  created: number;
  currency: 'inr';
  livemode: boolean;
  metadata: Record<string, string>;
  payment_intent: string;
  reason: string;
  status: 'needs_response' | 'under_review' | 'won' | 'lost';
  evidence: Record<string, string>;
  evidence_details: { due_by: number; has_evidence: boolean; past_due: boolean; submission_count: number };
}

export interface ProviderEvent {
  id: string;
  object: 'event';
  api_version: string;
  created: number;
  data: { object: unknown };
  livemode: boolean;
  pending_webhooks: number;
  request: { id: string; idempotency_key: string | null };
  type: string;
}

export interface ErrorBody {
  type: 'card_error' | 'invalid_request_error' | 'idempotency_error' | 'api_error';
  code?: string;
  decline_code?: string;
  message: string;
  param?: string;
  payment_intent?: Intent;
}

/** The version of the real interface this imitates. */
export const apiVersion = '2026-10-28.endive';

/** The provider's way to say no. */
export const stripeRefusal = (status: number, error: ErrorBody): Refusal => new Refusal({ status, body: { error } });

export const invalid = (message: string, code?: string, param?: string): Refusal =>
  stripeRefusal(400, { type: 'invalid_request_error', message, ...(code && { code }), ...(param && { param }) });

export const missing = (kind: string, id: string): Refusal =>
  stripeRefusal(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${kind}: '${id}'`,
    param: 'id',
  });

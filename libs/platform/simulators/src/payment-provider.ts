import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { IdempotencyMemory } from './idempotency-memory.js';
import { Journal } from './journal.js';
import { PaymentBooks, type Asker } from './payment-books.js';
import {
  cancelIntent,
  cancelParams,
  captureIntent,
  captureParams,
  confirmIntent,
  confirmParams,
  createIntent,
  createParams,
  expireIntents,
  settleIntent,
} from './payment-intents.js';
import { expandAll, page } from './payment-lists.js';
import { invalid, missing, stripeRefusal } from './payment-objects.js';
import { paymentPage } from './payment-page.js';
import {
  closeDispute,
  createRefund,
  evidenceParams,
  openDispute,
  refundParams,
  settleRefund,
  submitEvidence,
} from './payment-refunds.js';
import { becomeAvailable, finishListing, linesOf, listings, ownAccount, payOut } from './payment-settlements.js';
import {
  accountParams,
  createPayout,
  createTransfer,
  noParams,
  openAccount,
  payoutParams,
  reversalParams,
  reverseTransfer,
  settlePayout,
  transferParams,
} from './payment-transfers.js';
import { ok, textOf, type Answer, type Call, type Handler, type Refusal } from './simulated-http.js';
import { Simulator } from './simulator.js';
import { signLikeStripe } from './webhook-signatures.js';
import { webhookFaults, WebhookSender, type Delivery } from './webhook-sender.js';

const ownFaults = [
  ...webhookFaults,
  /** A signed notice that speaks of real money. */
  'webhook_live_mode',
  /** A signed notice for another merchant. */
  'webhook_other_account',
  /** Refunds stay pending until settled. */
  'refund_pending',
  /** The work is done, a 500 is answered, and the key replays that 500 for ever: only looking it up helps. */
  'stored_error',
  /** Nothing of ours is available for transfers. */
  'balance_insufficient',
  /** Payouts of accounts stay pending until settled. */
  'payout_later',
];

export interface PaymentProviderOptions {
  secretKey: string;
  webhookSecret: string;
  /** Where notices go. Absent: nowhere; they are in the event list only. */
  webhookUrl?: string;
  /** Default 'at_once'. */
  webhooks?: 'at_once' | 'when_told';
  /** Where a browser finds `/pay/:id`. `start` knows it by itself. */
  pageBase?: string;
}

/** What was taken from shoppers, as the provider knows it. */
export interface ChargeView {
  chargeId: string;
  paymentIntentId: string;
  amount_paise: number;
  captured_paise: number;
  refunded_paise: number;
  /** Of the request that took the money; for a hosted page, of the one that opened the payment. */
  idempotencyKey: string | null;
  metadata: Record<string, string>;
}

/**
 * A payment provider on this machine that speaks enough of Stripe's HTTP interface for the official SDK, remembers
 * everything, and breaks on demand. No real money, no network.
 */
export class PaymentProviderSimulator extends Simulator {
  readonly name = 'payment-provider';
  readonly books: PaymentBooks;
  readonly webhooks: WebhookSender;
  readonly routes: Record<string, Handler>;
  private readonly keys: IdempotencyMemory;
  private readonly watch: NodeJS.Timeout;
  /** What has come to our disposal goes to our bank soon after. */
  private readonly days: NodeJS.Timeout;

  /** @param given.available_s  seconds until what was taken is at our disposal; two days when left out */
  constructor(given: { journal?: Journal; seed?: number; available_s?: number } = {}) {
    super(ownFaults, given.seed);
    const journal = given.journal ?? new Journal();
    this.books = new PaymentBooks(journal, given.available_s);
    this.webhooks = new WebhookSender(this.faults, signLikeStripe, (body) => this.disguise(body));
    this.books.tell = (event) => this.webhooks.queue({ id: event.id, body: JSON.stringify(event) });
    this.keys = new IdempotencyMemory(journal, keyTrouble, (status) => status === 402 || status === 500);
    this.watch = setInterval(() => this.expire(), 1_000).unref();
    this.days = setInterval(() => payOut(this.books, 'paid', shopper), 60_000).unref();
    this.routes = { ...this.apiRoutes(), ...this.accountRoutes(), ...this.shopperRoutes() };
  }

  /** Sets keys and the notice address without opening a port (for a shared server). */
  configure(options: PaymentProviderOptions): this {
    this.secretKey = options.secretKey;
    this.books.pageBase = options.pageBase ?? '';
    const { webhookUrl: url, webhookSecret: secret } = options;
    this.webhooks.aimAt(url === undefined ? null : { url, secret, when: options.webhooks ?? 'at_once' });
    return this;
  }

  async start(options: PaymentProviderOptions & { port?: number }): Promise<void> {
    await this.configure(options).open(options.port);
    this.books.pageBase = options.pageBase ?? this.url;
  }

  /** For the SDK: `new Stripe(key, { ...simulator.address })`. */
  get address(): { host: string; port: number; protocol: 'http' } {
    return { host: '127.0.0.1', port: this.port, protocol: 'http' };
  }

  override async stop(): Promise<void> {
    clearInterval(this.watch);
    clearInterval(this.days);
    await this.webhooks.stop();
    await super.stop();
  }

  /** Money taken and not merely authorised or declined, oldest first. */
  charges(): ChargeView[] {
    const taken = this.books.charges.all().filter((charge) => charge.captured);
    return taken.map((charge) => ({
      chargeId: charge.id,
      paymentIntentId: charge.payment_intent,
      amount_paise: charge.amount,
      captured_paise: charge.amount_captured,
      refunded_paise: charge.amount_refunded,
      idempotencyKey: this.books.chargedBy.get(charge.id) ?? null,
      metadata: charge.metadata,
    }));
  }

  /** Sends every waiting notice once. */
  deliverPending(): Promise<Delivery[]> {
    return this.webhooks.deliverPending();
  }

  /** The shopper pays on the hosted page. @throws Refusal when the method declines */
  pay(intentId: string, paymentMethod = 'pm_card_visa'): void {
    confirmIntent(this.books, intentId, { payment_method: paymentMethod }, shopper);
  }

  /** The bank's page passes or fails; the slow transfer arrives or not. */
  settle(intentId: string, outcome: 'passed' | 'failed'): void {
    settleIntent(this.books, intentId, outcome, shopper);
  }

  /** UPI requests nobody has answered until then fail. By itself once a second. @param now_s  seconds since 1970 */
  expire(now_s = this.books.now_s()): void {
    expireIntents(this.books, now_s, shopper);
  }

  /** A payment nobody here asked for. @rule S-8 */
  strayCharge(amount_paise: number): string {
    const params = { amount: amount_paise, currency: 'inr', confirm: true, payment_method: 'pm_card_visa' };
    return createIntent(this.books, params, { requestId: 'req_elsewhere', idempotencyKey: null }).id;
  }

  /** What happens to idempotency keys after a day. */
  forgetKeys(): void {
    this.keys.forget();
  }

  protected override stranger(): Refusal {
    return stripeRefusal(401, { type: 'invalid_request_error', message: 'Invalid API Key provided.' });
  }

  state() {
    const charges = this.charges();
    const byIdempotencyKey: Record<string, number> = {};
    for (const { idempotencyKey } of charges) {
      byIdempotencyKey[String(idempotencyKey)] = (byIdempotencyKey[String(idempotencyKey)] ?? 0) + 1;
    }
    const { webhooks } = this;
    const refunds = this.books.refunds.all().map(({ id, status, metadata }) => ({ id, status, metadata }));
    const intents = this.books.intents.all().map(({ id, status }) => ({ id, status }));
    return {
      intents,
      charges,
      refunds,
      byIdempotencyKey,
      webhooks: { pending: webhooks.pending(), deliveries: webhooks.deliveries() },
    };
  }

  private disguise(body: string): string {
    const live = this.faults.take('webhook_live_mode') !== null ? { livemode: true } : {};
    const other = this.faults.take('webhook_other_account') !== null ? { account: 'acct_somebody_else' } : {};
    return JSON.stringify({ ...(JSON.parse(body) as object), ...live, ...other });
  }

  private apiRoutes(): Record<string, Handler> {
    const { books } = this;
    const intents = '/v1/payment_intents';
    return {
      [`POST ${intents}`]: this.writes(createParams, (p, asker) => createIntent(books, p, asker)),
      [`GET ${intents}`]: this.lists(() => books.intents.all()),
      [`GET ${intents}/:id`]: this.reads('payment_intent', (id) => books.intents.get(id)),
      [`POST ${intents}/:id/confirm`]: this.writes(confirmParams, (p, asker, id) => confirmIntent(books, id, p, asker)),
      [`POST ${intents}/:id/capture`]: this.writes(captureParams, (p, asker, id) => captureIntent(books, id, p, asker)),
      [`POST ${intents}/:id/cancel`]: this.writes(cancelParams, (p, asker, id) => cancelIntent(books, id, p, asker)),
      'POST /v1/refunds': this.writes(refundParams, (p, asker) =>
        createRefund(books, p, asker, this.faults.take('refund_pending') !== null),
      ),
      'GET /v1/refunds': this.lists(() => books.refunds.all(), ['payment_intent', 'charge']),
      'GET /v1/refunds/:id': this.reads('refund', (id) => books.refunds.get(id)),
      'GET /v1/charges': this.lists(() => books.charges.all(), ['payment_intent']),
      'GET /v1/charges/:id': this.reads('charge', (id) => books.charges.get(id)),
      'GET /v1/disputes': this.lists(() => books.disputes.all(), ['payment_intent', 'charge']),
      'GET /v1/disputes/:id': this.reads('dispute', (id) => books.disputes.get(id)),
      'POST /v1/disputes/:id': this.writes(evidenceParams, (p, asker, id) => submitEvidence(books, id, p, asker)),
      'GET /v1/balance_transactions': (call) =>
        this.lists(() => linesOf(books, textOf(call.query['payout']) || undefined), ['type', 'source'])(call),
      'GET /v1/balance_transactions/:id': this.reads('balance_transaction', (id) => books.balance.get(id)),
      'GET /v1/events': this.lists(() => books.events.all(), ['type']),
      'GET /v1/events/:id': this.reads('event', (id) => books.events.get(id)),
    };
  }

  /** Accounts of those we pay, transfers to them, and payouts of them to their banks. */
  private accountRoutes(): Record<string, Handler> {
    const { books } = this;
    return {
      'POST /v1/accounts': this.writes(accountParams, (p) => openAccount(books, p)),
      'GET /v1/accounts/:id': this.reads('account', (id) => books.accounts.get(id)),
      'POST /v1/transfers': this.writes(transferParams, (p, asker) =>
        createTransfer(books, p, asker, this.faults.take('balance_insufficient') !== null),
      ),
      'GET /v1/transfers': this.lists(() => books.transfers.all(), ['destination', 'transfer_group']),
      'GET /v1/transfers/:id': this.reads('transfer', (id) => books.transfers.get(id)),
      'POST /v1/transfers/:id/reversals': this.writes(reversalParams, (p, asker, id) =>
        reverseTransfer(books, id, p, asker),
      ),
      'POST /v1/payouts': this.writes(payoutParams, (p, asker) =>
        createPayout(books, asker.account ?? '', p, asker, this.faults.take('payout_later') !== null),
      ),
      'GET /v1/payouts': (call) =>
        this.lists(() => books.payouts.all().filter((payout) => payout.account === (accountOf(call) ?? ownAccount)))(
          call,
        ),
      'POST /v1/payouts/:id/cancel': this.writes(noParams, (_, asker, id) =>
        settlePayout(books, id, 'canceled', asker),
      ),
    };
  }

  /** The shopper, the shopper's bank and the provider's back office, moved by tests, the demo or a browser. */
  private shopperRoutes(): Record<string, Handler> {
    const { books } = this;
    const chosen = (call: Call, name: string) => textOf(call.body[name]);
    const outcome = <const T extends string>(call: Call, allowed: readonly T[]): T => {
      const said = allowed.find((word) => word === call.body['outcome']);
      if (said === undefined) throw invalid(`outcome must be one of ${allowed.join(', ')}`);
      return said;
    };
    const askedAt = (call: Call) => ({
      reason: chosen(call, 'reason') || 'product_not_received',
      amount: call.body['amount'] === undefined ? null : Number(call.body['amount']),
      again: call.body['again'] === true,
    });
    return {
      'GET /pay/:id': ({ params }) => {
        const intent = books.intents.get(params['id']!);
        if (intent === undefined) throw missing('payment_intent', params['id']!);
        return { status: 200, body: paymentPage(intent), contentType: 'text/html; charset=utf-8' };
      },
      'POST /_control/payment_intents/:id/pay': (call) =>
        ok(confirmIntent(books, call.params['id']!, { payment_method: chosen(call, 'payment_method') }, shopper)),
      'POST /_control/payment_intents/:id/settle': (call) =>
        ok(settleIntent(books, call.params['id']!, outcome(call, ['passed', 'failed']), shopper)),
      'POST /_control/refunds/:id/settle': (call) =>
        ok(settleRefund(books, call.params['id']!, outcome(call, ['succeeded', 'failed']), shopper)),
      'POST /_control/charges/:id/dispute': (call) =>
        ok(openDispute(books, call.params['id']!, askedAt(call), shopper)),
      'POST /_control/disputes/:id/close': (call) =>
        ok(closeDispute(books, call.params['id']!, outcome(call, ['won', 'lost']), shopper)),
      'POST /_control/disputes/:id/decide': (call) => ok(closeDispute(books, call.params['id']!, null, shopper)),
      'POST /_control/payouts/:id/settle': (call) =>
        ok(settlePayout(books, call.params['id']!, outcome(call, ['paid', 'failed']), shopper)),
      'POST /_control/balance/available': () => ok({ lines: becomeAvailable(books) }),
      'POST /_control/balance/payout': (call) =>
        ok({
          id: payOut(books, outcome(call, ['paid', 'pending']), shopper, listings.parse(call.body['listing']))?.id,
        }),
      'POST /_control/payouts/:id/list': (call) => ok(finishListing(books, call.params['id']!)),
      'POST /_control/stray_charge': (call) => ok({ id: this.strayCharge(Number(call.body['amount'] ?? 10_000)) }),
      'POST /_control/forget_keys': () => {
        this.forgetKeys();
        return ok({});
      },
      'POST /_control/deliver': async () => ok({ deliveries: await this.deliverPending() }),
    };
  }

  /** A route that changes something: parameters checked, idempotency key honoured, `expand` obeyed. */
  private writes<S extends z.ZodType<{ expand?: string[] | undefined }>>(
    schema: S,
    work: (params: z.infer<S>, asker: Asker, id: string) => unknown,
  ): Handler {
    return async (call) => {
      const read = schema.safeParse(call.body);
      if (!read.success) throw invalid(z.prettifyError(read.error), 'parameter_invalid');
      const key = keyOf(call);
      const asker = { requestId: `req_${randomUUID()}`, idempotencyKey: key, account: accountOf(call) };
      const doIt = (): Answer => {
        const answer = ok(
          expandAll(work(read.data, asker, call.params['id'] ?? ''), read.data.expand ?? [], this.find),
        );
        return this.faults.take('stored_error', call.route) === null ? answer : brokenAnswer;
      };
      const request = [call.route, call.params, call.body];
      const answer = key === null ? doIt() : await this.keys.once(key, request, doIt);
      return {
        ...answer,
        headers: { ...answer.headers, 'request-id': asker.requestId, 'stripe-should-retry': 'false' },
      };
    };
  }

  private reads(kind: string, get: (id: string) => unknown): Handler {
    return ({ params, query }) => {
      const object = get(params['id']!);
      if (object === undefined) throw missing(kind, params['id']!);
      return ok(expandAll(object, textList(query['expand']), this.find));
    };
  }

  private lists<T extends { id: string; created: number }>(
    all: () => T[],
    filters: (keyof T & string)[] = [],
  ): Handler {
    return ({ query, route }) => {
      const kept = all().filter((item) => filters.every((f) => query[f] === undefined || item[f] === query[f]));
      const types = textList(query['types']);
      const typed =
        types.length === 0 ? kept : kept.filter((item) => 'type' in item && types.includes(String(item.type)));
      return ok(expandAll(page(typed, query, route.split(' ')[1]!), textList(query['expand']), this.find));
    };
  }

  private readonly find = (id: string): unknown => this.books.find(id);
}

const shopper: Asker = { requestId: 'req_shopper', idempotencyKey: null };

const brokenAnswer: Answer = {
  status: 500,
  body: { error: { type: 'api_error', message: 'Something broke on our side.' } },
};

const textList = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const keyTrouble = {
  reused: () =>
    stripeRefusal(400, {
      type: 'idempotency_error',
      message: 'Keys for idempotent requests can only be used with the same parameters they were first used with.',
    }),
  inUse: () =>
    stripeRefusal(409, {
      type: 'idempotency_error',
      code: 'idempotency_key_in_use',
      message: 'Another request with this key is still at work.',
    }),
};

/** For whose account the call is, when not for ours. */
const accountOf = (call: Call): string | null => textOf(call.headers['stripe-account']) || null;

function keyOf(call: Call): string | null {
  const key = call.headers['idempotency-key'];
  if (key === undefined) return null;
  if (Array.isArray(key) || key.length > 255) throw invalid('The idempotency key is too long.');
  return key;
}

import type Stripe from 'stripe';
import type { Paise } from '#platform/money';
import type {
  IntentOrder,
  PaymentProvider,
  DisputeEvidence,
  ProviderDispute,
  ProviderFee,
  ProviderNotice,
  ProviderPayment,
  ProviderRefund,
  ProviderSettlement,
  RefundOrder,
} from '../ports/payment-provider.js';
import { OutcomeUnknown } from '../ports/provider-errors.js';
import { StripeClient, whole, type StripeAccess } from './stripe-client.js';
import { stripeErrors } from './stripe-sdk.js';
import { disputeOf, evidenceFor, feeOf, noticeOf, paymentOf, refundOf, settlementOf } from './stripe-views.js';
import { believe, type WebhookTrust } from './stripe-webhook.js';

export interface StripeSettings extends StripeAccess {
  webhookSecrets: readonly string[];
  /** Our account's id, when notices name it. */
  accountId?: string | undefined;
}

const withCharge = ['latest_charge.balance_transaction'];
const listWithCharge = ['data.latest_charge.balance_transaction'];
const listWithSource = ['data.source'];

/** The provider forgets keys after a day; a margin for clocks. */
const keyLives_ms = 20 * 3_600_000;
/** How far from the moment we asked the provider may have booked it. */
const around_ms = 3_600_000;

/** Payments through Stripe, by its own SDK. */
export class StripePaymentProvider implements PaymentProvider {
  readonly name = 'stripe';
  private readonly client: StripeClient;
  private readonly trust: WebhookTrust;
  private readonly payPage: (id: string) => string | null;

  constructor(settings: StripeSettings) {
    const { apiBase, secretKey, accountId } = settings;
    this.client = new StripeClient(this.name, settings);
    this.trust = { secrets: settings.webhookSecrets, live: /^[rs]k_live_/.test(secretKey), accountId };
    // The simulator has a page to pay on; the real provider is paid in our own page.
    this.payPage = (id) => (apiBase === undefined ? null : `${apiBase.replace(/\/$/, '')}/pay/${id}`);
  }

  async createIntent(order: IntentOrder): Promise<ProviderPayment> {
    const { triedBefore } = order;
    // While the provider remembers the key, repeating is safe and cheaper than looking through an hour of payments.
    if (triedBefore !== undefined && Date.now() - triedBefore.at.getTime() > keyLives_ms) {
      const found = await this.findByPaymentId(order.paymentId, triedBefore.at);
      if (found !== null) return found;
    }
    try {
      return await this.create(order);
    } catch (error) {
      // A failure stored under the key is replayed for ever: only looking shows whether the payment is there.
      if (!(triedBefore !== undefined && brokeWhileAnswering(error))) throw error;
      const found = await this.findByPaymentId(order.paymentId, triedBefore.at);
      if (found === null) throw error;
      return found;
    }
  }

  async retrieve(providerId: string): Promise<ProviderPayment> {
    const intent = await this.client.ask('retrieve payment', (stripe, timeout) =>
      stripe.paymentIntents.retrieve(providerId, { expand: withCharge }, { timeout }),
    );
    return this.view(intent);
  }

  async findByPaymentId(paymentId: string, askedAt: Date): Promise<ProviderPayment | null> {
    // A training installation's clock runs ahead of the provider's: then search back from now.
    const asked_ms = Math.min(askedAt.getTime(), Date.now());
    const from = new Date(asked_ms === askedAt.getTime() ? asked_ms - around_ms : asked_ms - 24 * around_ms);
    for await (const payment of this.listSince('payments', from)) {
      if (payment.paymentId === paymentId) return payment;
    }
    return null;
  }

  async capture(order: { paymentId: string; providerId: string; amount_paise: Paise }): Promise<ProviderPayment> {
    const params = { amount_to_capture: whole(order.amount_paise), expand: withCharge };
    const intent = await this.client.order('capture payment', (stripe, timeout) =>
      stripe.paymentIntents.capture(order.providerId, params, {
        timeout,
        idempotencyKey: `capture-${order.paymentId}`,
      }),
    );
    return this.view(intent);
  }

  async cancel(order: { paymentId: string; providerId: string }): Promise<ProviderPayment> {
    const intent = await this.client.order('cancel payment', (stripe, timeout) =>
      stripe.paymentIntents.cancel(
        order.providerId,
        { expand: withCharge },
        { timeout, idempotencyKey: `cancel-${order.paymentId}` },
      ),
    );
    return this.view(intent);
  }

  async refund(order: RefundOrder): Promise<ProviderRefund> {
    const before = order.triedBefore ? await this.findRefund(order.refundId, order.providerPaymentId) : null;
    if (before !== null) return before;
    const params = {
      payment_intent: order.providerPaymentId,
      amount: whole(order.amount_paise),
      metadata: { refund_id: order.refundId },
    };
    const refund = await this.client.order('refund', (stripe, timeout) =>
      stripe.refunds.create(params, { timeout, idempotencyKey: `refund-${order.refundId}` }),
    );
    return refundOf(refund);
  }

  async retrieveRefund(providerId: string): Promise<ProviderRefund> {
    const refund = await this.client.ask('retrieve refund', (stripe, timeout) =>
      stripe.refunds.retrieve(providerId, {}, { timeout }),
    );
    return refundOf(refund);
  }

  async retrieveDispute(providerId: string): Promise<ProviderDispute> {
    const dispute = await this.client.ask('retrieve dispute', (stripe, timeout) =>
      stripe.disputes.retrieve(providerId, {}, { timeout }),
    );
    return disputeOf(dispute);
  }

  async submitEvidence(order: {
    providerId: string;
    key: string;
    evidence: DisputeEvidence;
  }): Promise<ProviderDispute> {
    const params = { evidence: evidenceFor(order.evidence), submit: true };
    const dispute = await this.client.order('submit evidence', (stripe, timeout) =>
      stripe.disputes.update(order.providerId, params, { timeout, idempotencyKey: `evidence-${order.key}` }),
    );
    return disputeOf(dispute);
  }

  async findRefund(refundId: string, providerPaymentId: string): Promise<ProviderRefund | null> {
    const params = { payment_intent: providerPaymentId };
    for await (const refund of this.client.pages((stripe, p, timeout) =>
      stripe.refunds.list({ ...params, ...p }, { timeout }),
    )) {
      if (refund.metadata?.['refund_id'] === refundId) return refundOf(refund);
    }
    return null;
  }

  async verifyWebhook(
    rawBody: Uint8Array,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): Promise<ProviderNotice> {
    return noticeOf(believe(await this.client.sdk(), rawBody, headers, this.trust));
  }

  listSince(kind: 'payments', since: Date): AsyncIterable<ProviderPayment>;
  listSince(kind: 'refunds', since: Date): AsyncIterable<ProviderRefund>;
  listSince(kind: 'fees', since: Date): AsyncIterable<ProviderFee>;
  listSince(kind: 'notices', since: Date): AsyncIterable<ProviderNotice>;
  listSince(kind: 'settlements', since: Date): AsyncIterable<ProviderSettlement>;
  listSince(
    kind: 'payments' | 'refunds' | 'fees' | 'notices' | 'settlements',
    since: Date,
  ): AsyncIterable<ProviderPayment | ProviderRefund | ProviderFee | ProviderNotice | ProviderSettlement> {
    const created = { gte: Math.floor(since.getTime() / 1_000) };
    switch (kind) {
      case 'payments':
        return each(
          this.client.pages((stripe, p, timeout) =>
            stripe.paymentIntents.list({ ...p, created, expand: listWithCharge }, { timeout }),
          ),
          (intent) => this.view(intent),
        );
      case 'refunds':
        return each(
          this.client.pages((stripe, p, timeout) => stripe.refunds.list({ ...p, created }, { timeout })),
          refundOf,
        );
      case 'fees':
        return each(
          this.client.pages((stripe, p, timeout) =>
            stripe.balanceTransactions.list({ ...p, created, expand: listWithSource }, { timeout }),
          ),
          feeOf,
        );
      case 'notices':
        return each(
          this.client.pages((stripe, p, timeout) => stripe.events.list({ ...p, created }, { timeout })),
          noticeOf,
        );
      case 'settlements':
        return each(
          this.client.pages((stripe, p, timeout) => stripe.payouts.list({ ...p, created }, { timeout })),
          settlementOf,
        );
    }
  }

  /** Only of payouts the provider makes by itself; of one that was made by hand it does not say what is in it. */
  settledLines(payout: string): AsyncIterable<ProviderFee> {
    return each(
      this.client.pages((stripe, p, timeout) =>
        stripe.balanceTransactions.list({ ...p, payout, expand: listWithSource }, { timeout }),
      ),
      feeOf,
    );
  }

  private async create(order: IntentOrder): Promise<ProviderPayment> {
    const params: Stripe.PaymentIntentCreateParams = {
      amount: whole(order.amount_paise),
      currency: 'inr',
      description: order.description,
      metadata: { payment_id: order.paymentId },
      capture_method: order.capture === 'later' ? 'manual' : 'automatic',
      automatic_payment_methods: { enabled: true },
      expand: withCharge,
    };
    const intent = await this.client.order('open payment', (stripe, timeout) =>
      stripe.paymentIntents.create(params, { timeout, idempotencyKey: `intent-${order.paymentId}` }),
    );
    return this.view(intent);
  }

  private view(intent: Stripe.PaymentIntent): ProviderPayment {
    return paymentOf(intent, this.payPage);
  }
}

/** The provider answered, with a failure of its own: looking costs one more quick call. */
function brokeWhileAnswering(error: unknown): boolean {
  const errors = stripeErrors();
  return errors !== null && error instanceof OutcomeUnknown && error.cause instanceof errors.StripeAPIError;
}

async function* each<T, U>(items: AsyncIterable<T>, view: (item: T) => U): AsyncGenerator<U> {
  for await (const item of items) yield view(item);
}

import type Stripe from 'stripe';
import { UnitOfWork } from '#platform/database';
import { Beneficiaries } from '../data/beneficiaries.repository.js';
import type {
  BankAccount,
  PayeeAccount,
  PayoutProvider,
  ProviderPayout,
  TransferOrder,
} from '../ports/payout-provider.js';
import { ProviderRefused } from '../ports/provider-errors.js';
import { StripeClient, whole, type StripeAccess } from './stripe-client.js';

const name = 'stripe-connect';

/** A bank may send money back so long after it was paid. */
const comesBack_days = 10;

/**
 * Payouts through accounts of makers at the payment provider: a transfer puts the money into her account there, a payout
 * of that account sends it on to her bank. Both have keys that derive from our payout, so repeating is safe; the transfer's
 * group and the payout's metadata carry it, so both are found again when the provider has forgotten its keys. Money her bank
 * does not take is transferred back to us.
 */
export class StripeConnectPayoutProvider implements PayoutProvider {
  readonly name = name;
  private readonly client: StripeClient;

  constructor(
    settings: StripeAccess,
    private readonly work: UnitOfWork,
    private readonly beneficiaries: Beneficiaries,
  ) {
    this.client = new StripeClient(name, settings);
  }

  async beneficiary(account: PayeeAccount, ownerId: string): Promise<string> {
    if ('vpa' in account)
      throw new ProviderRefused(name, 'rail_not_offered', 'Accounts here are paid by bank account number.');
    const known = await this.work.run((tx) => this.beneficiaries.of(tx, name, ownerId, account));
    if (known.provider_ref !== null) return known.provider_ref;
    const opened = await this.client.order('open account', (stripe, timeout) =>
      stripe.accounts.create(accountParams(account, known.id), { timeout, idempotencyKey: `account-${known.id}` }),
    );
    await this.work.run((tx) => this.beneficiaries.name(tx, known.id, opened.id));
    return opened.id;
  }

  async transfer(order: TransferOrder): Promise<ProviderPayout> {
    const { payoutId, beneficiary, amount_paise, narration } = order;
    const params = {
      amount: whole(amount_paise),
      currency: 'inr',
      destination: beneficiary,
      description: narration,
      transfer_group: payoutId,
      metadata: { payout_id: payoutId },
    };
    const transfer = await this.client.order('transfer', (stripe, timeout) =>
      stripe.transfers.create(params, { timeout, idempotencyKey: `transfer-${payoutId}` }),
    );
    return this.goOn(payoutId, transfer, null);
  }

  async status(payoutId: string): Promise<ProviderPayout | null> {
    const transfer = await this.find(payoutId);
    return transfer === null ? null : this.goOn(payoutId, transfer, await this.sentOn(payoutId, transfer));
  }

  async reverse(payoutId: string): Promise<ProviderPayout> {
    const transfer = await this.find(payoutId);
    if (transfer === null) throw new ProviderRefused(name, 'no_such_payout', 'The provider knows no such transfer.');
    const stripeAccount = accountOf(transfer);
    const payout = await this.sentOn(payoutId, transfer);
    if (payout !== null && payout.status !== 'canceled') {
      if (payout.status !== 'pending') throw new ProviderRefused(name, 'already_sent', 'The money has left.');
      await this.client.order('cancel payout', (stripe, timeout) =>
        stripe.payouts.cancel(payout.id, {}, { timeout, stripeAccount, idempotencyKey: `cancel-${payoutId}` }),
      );
    }
    return this.takeBack(payoutId, transfer, 'reversed', 'called_back');
  }

  async *listSince(since: Date): AsyncGenerator<ProviderPayout> {
    const created = { gte: Math.floor(since.getTime() / 1_000) - comesBack_days * 86_400 };
    const ofAccounts = new Map<string, Map<string, Stripe.Payout>>();
    for await (const transfer of this.client.pages((stripe, p, timeout) =>
      stripe.transfers.list({ ...p, created }, { timeout }),
    )) {
      const payoutId = transfer.metadata['payout_id'];
      if (payoutId === undefined) continue;
      const account = accountOf(transfer);
      if (!ofAccounts.has(account)) ofAccounts.set(account, await this.payoutsOf(account, created.gte));
      yield this.view(payoutId, transfer, ofAccounts.get(account)!.get(payoutId) ?? null);
    }
  }

  /** The next step, if there is one to take: money in her account there is sent on, money her bank refused comes back. */
  private async goOn(
    payoutId: string,
    transfer: Stripe.Transfer,
    before: Stripe.Payout | null,
  ): Promise<ProviderPayout> {
    if (transfer.reversed) return this.view(payoutId, transfer, before);
    const payout = before ?? (await this.sendOn(payoutId, transfer));
    if (payout.status !== 'failed' && payout.status !== 'canceled') return this.view(payoutId, transfer, payout);
    const status = payout.status === 'failed' ? 'returned' : 'reversed';
    return this.takeBack(payoutId, transfer, status, payout.failure_code ?? payout.status);
  }

  private sendOn(payoutId: string, transfer: Stripe.Transfer): Promise<Stripe.Payout> {
    const params = { amount: transfer.amount, currency: 'inr', metadata: { payout_id: payoutId } };
    return this.client.order('payout', (stripe, timeout) =>
      stripe.payouts.create(params, {
        timeout,
        stripeAccount: accountOf(transfer),
        idempotencyKey: `payout-${payoutId}`,
      }),
    );
  }

  private async takeBack(
    payoutId: string,
    transfer: Stripe.Transfer,
    status: 'returned' | 'reversed',
    failure: string,
  ): Promise<ProviderPayout> {
    if (!transfer.reversed) {
      await this.client.order('reverse transfer', (stripe, timeout) =>
        stripe.transfers.createReversal(
          transfer.id,
          { metadata: { payout_id: payoutId } },
          { timeout, idempotencyKey: `reversal-${payoutId}` },
        ),
      );
    }
    return { ...this.view(payoutId, transfer, null), status, failure };
  }

  private async find(payoutId: string): Promise<Stripe.Transfer | null> {
    const found = await this.client.ask('find transfer', (stripe, timeout) =>
      stripe.transfers.list({ transfer_group: payoutId, limit: 1 }, { timeout }),
    );
    return found.data[0] ?? null;
  }

  private async sentOn(payoutId: string, transfer: Stripe.Transfer): Promise<Stripe.Payout | null> {
    return (await this.payoutsOf(accountOf(transfer), transfer.created)).get(payoutId) ?? null;
  }

  private async payoutsOf(stripeAccount: string, since_s: number): Promise<Map<string, Stripe.Payout>> {
    const found = new Map<string, Stripe.Payout>();
    for await (const payout of this.client.pages((stripe, p, timeout) =>
      stripe.payouts.list({ ...p, created: { gte: since_s } }, { timeout, stripeAccount }),
    )) {
      const payoutId = payout.metadata?.['payout_id'];
      if (payoutId !== undefined) found.set(payoutId, payout);
    }
    return found;
  }

  private view(payoutId: string, transfer: Stripe.Transfer, payout: Stripe.Payout | null): ProviderPayout {
    const status = transfer.reversed && payout?.status !== 'failed' ? 'reversed' : statusOf(payout);
    return {
      providerId: transfer.id,
      payoutId,
      status,
      amount_paise: BigInt(transfer.amount),
      utr: payout === null || status !== 'paid' ? null : (payout.trace_id?.value ?? payout.id),
      failure: status === 'reversed' ? 'called_back' : (payout?.failure_code ?? null),
      changedAt: new Date((payout ?? transfer).created * 1_000),
    };
  }
}

function statusOf(payout: Stripe.Payout | null): ProviderPayout['status'] {
  if (payout?.status === 'paid') return 'paid';
  if (payout?.status === 'failed') return 'returned';
  return payout?.status === 'canceled' ? 'reversed' : 'accepted';
}

const accountOf = (transfer: Stripe.Transfer): string =>
  typeof transfer.destination === 'string' ? transfer.destination : (transfer.destination?.id ?? '');

/** An account that only receives; what it has is sent on when we say so. The provider itself asks its holder for papers. */
const accountParams = (account: BankAccount, beneficiaryId: string): Stripe.AccountCreateParams => ({
  type: 'custom',
  country: 'IN',
  capabilities: { transfers: { requested: true } },
  settings: { payouts: { schedule: { interval: 'manual' } } },
  external_account: {
    object: 'bank_account',
    country: 'IN',
    currency: 'inr',
    account_holder_name: account.holder,
    account_number: account.accountNumber,
    routing_number: account.ifsc,
  },
  metadata: { beneficiary_id: beneficiaryId },
});

import { UnitOfWork } from '#platform/database';
import { assert } from '#platform/kernel';
import { Beneficiaries } from '../data/beneficiaries.repository.js';
import { BankAdvices, type Advice } from '../data/bank-advices.repository.js';
import type { PayeeAccount, PayoutProvider, ProviderPayout, TransferOrder } from '../ports/payout-provider.js';
import { ProviderRefused } from '../ports/provider-errors.js';

const name = 'bank-file';

/** What the desk and the bank call it, in the port's words. */
const statuses = {
  waiting: 'accepted',
  filed: 'accepted',
  paid: 'paid',
  failed: 'failed',
  returned: 'returned',
  called_back: 'reversed',
} as const;

/**
 * Payouts by NEFT or UPI through files an officer carries to the bank: a payout waits here for the next file, and what
 * became of it is what the bank's answer said.
 */
export class BankFilePayoutProvider implements PayoutProvider {
  readonly name = name;

  constructor(
    private readonly work: UnitOfWork,
    private readonly beneficiaries: Beneficiaries,
    private readonly advices: BankAdvices,
  ) {}

  beneficiary(account: PayeeAccount, ownerId: string): Promise<string> {
    return this.work.run(async (tx) => (await this.beneficiaries.of(tx, name, ownerId, account)).id);
  }

  async transfer(order: TransferOrder): Promise<ProviderPayout> {
    assert(order.amount_paise > 0n, 'a payout is positive');
    return this.work.run(async (tx) => {
      const account = (await this.beneficiaries.open(tx, [order.beneficiary])).get(order.beneficiary);
      if (account === undefined) throw new ProviderRefused(name, 'account_unknown', 'Its owner was erased.');
      const rail = 'vpa' in account ? 'upi' : 'neft';
      const { payoutId: key, beneficiary: beneficiaryId, amount_paise, narration } = order;
      const advice = await this.advices.add(tx, { key, beneficiaryId, amount_paise, rail, narration });
      assert(advice.amount_paise === amount_paise, 'one key is one amount');
      return view(advice);
    });
  }

  async status(payoutId: string): Promise<ProviderPayout | null> {
    const advice = await this.work.run((tx) => this.advices.find(tx, payoutId));
    return advice === null ? null : view(advice);
  }

  reverse(payoutId: string): Promise<ProviderPayout> {
    return this.work.run(async (tx) => {
      const advice = await this.advices.lock(tx, payoutId);
      if (advice === null) throw new ProviderRefused(name, 'no_such_payout', 'No such payout waits for a file.');
      if (advice.status === 'called_back') return view(advice);
      if (advice.status !== 'waiting') throw new ProviderRefused(name, 'already_sent', 'It is in a file.');
      await this.advices.note(tx, payoutId, { status: 'called_back', utr: null, failure: 'called_back' });
      return view((await this.advices.find(tx, payoutId))!);
    });
  }

  async *listSince(since: Date): AsyncGenerator<ProviderPayout> {
    for (let after: Advice | null = null; ;) {
      const page: Advice[] = await this.work.run((tx) => this.advices.changedSince(tx, since, after));
      yield* page.map(view);
      if (page.length === 0) return;
      after = page.at(-1)!;
    }
  }
}

const view = (advice: Advice): ProviderPayout => ({
  providerId: advice.key,
  payoutId: advice.key,
  status: statuses[advice.status],
  amount_paise: advice.amount_paise,
  utr: advice.utr,
  failure: advice.failure,
  changedAt: advice.changed_at,
});

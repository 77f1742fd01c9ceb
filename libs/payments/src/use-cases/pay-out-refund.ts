import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { Cash } from '../data/cash.repository.js';
import { PayoutRoads } from '../data/payout-roads.repository.js';
import type { Refund } from '../data/refunds.repository.js';
import { refundKey } from '../domain/refund-key.js';
import type { ProviderRefund } from '../ports/payment-provider.js';
import type { PayoutProvider, ProviderPayout } from '../ports/payout-provider.js';
import { ProviderRefused } from '../ports/provider-errors.js';
import { PAYOUT_PROVIDER } from '../ports/tokens.js';

const statuses = {
  accepted: 'pending',
  paid: 'succeeded',
  failed: 'failed',
  returned: 'failed',
  reversed: 'cancelled',
} as const satisfies Record<ProviderPayout['status'], ProviderRefund['status']>;

@Injectable()
export class PayOutRefund {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cash: Cash,
    private readonly roads: PayoutRoads,
    @Inject(PAYOUT_PROVIDER) private readonly bank: PayoutProvider,
  ) {}

  /** Whether the provider of the settings pays this try out; to be committed before `run`. @rule S-9 */
  isOurs(tx: Tx, refund: Refund): Promise<boolean> {
    return this.roads.keep(tx, refundKey(refund), this.bank.name);
  }

  /**
   * Cash that was paid at the door goes back to the account the shopper named, by whoever pays makers. The key is that of the
   * refund's present try; what is under way is asked about.
   * @rule S-7
   */
  async run(refund: Refund): Promise<ProviderRefund | ProviderRefused> {
    const key = refundKey(refund);
    const account = await this.work.run((tx) => this.cash.account(tx, refund.payment_id));
    const known = await this.bank.status(key);
    if (known !== null) return viewOf(known, refund);
    if (account === null) return new ProviderRefused(this.bank.name, 'no_refund_account', 'She named no account.');
    try {
      const beneficiary = await this.bank.beneficiary(account, refund.payer_id);
      const { amount_paise } = refund;
      return viewOf(
        await this.bank.transfer({ payoutId: key, beneficiary, amount_paise, narration: 'ODOP BAZAAR REFUND' }),
        refund,
      );
    } catch (error) {
      if (error instanceof ProviderRefused) return error;
      throw error;
    }
  }
}

function viewOf(payout: ProviderPayout, refund: Refund): ProviderRefund {
  assert(payout.amount_paise === refund.amount_paise, 'exactly what was promised goes back');
  return {
    providerId: payout.providerId,
    refundId: payout.payoutId,
    providerPaymentId: '',
    status: statuses[payout.status],
    amount_paise: payout.amount_paise,
    failure: payout.failure,
    madeAt: payout.changedAt,
  };
}

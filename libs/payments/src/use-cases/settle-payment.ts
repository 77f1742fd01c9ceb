import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { assert } from '#platform/kernel';
import { log } from '#platform/observability';
import { Payments } from '../data/payments.repository.js';
import type { PaymentProvider, ProviderPayment } from '../ports/payment-provider.js';
import { PAYMENT_PROVIDER } from '../ports/tokens.js';
import { TakeNews, type NextCall } from './take-news.js';

@Injectable()
export class SettlePayment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly payments: Payments,
    private readonly takeNews: TakeNews,
    @Inject(PAYMENT_PROVIDER) private readonly provider: PaymentProvider,
  ) {}

  /**
   * The one road to "paid": asks the provider how the payment stands, then moves ours under its row lock. Notices may
   * come twice, late and in any order; what they say of the amount is not even read.
   * @rule S-6 S-19
   */
  async run({ providerPaymentId }: { providerPaymentId: string }): Promise<void> {
    await this.follow(await this.provider.retrieve(providerPaymentId));
  }

  /** Takes what the provider said over, and tells it what follows: money that waits is taken, a failed try is closed. */
  async follow(theirs: ProviderPayment): Promise<void> {
    const { paymentId, providerId } = theirs;
    if (paymentId === null) return; // not asked for by us: a difference that reconciliation reports (S-8)
    const next = await this.take(paymentId, theirs);
    if (next === null) return;
    log.info({ paymentId, next }, 'the provider is told what follows');
    const { amount_paise } = theirs;
    const told =
      next === 'capture'
        ? await this.provider.capture({ paymentId, providerId, amount_paise })
        : await this.provider.cancel({ paymentId, providerId });
    assert((await this.take(paymentId, told)) === null, 'a payment told how to go on has gone on');
  }

  private take(paymentId: string, theirs: ProviderPayment): Promise<NextCall> {
    return this.work.run(async (tx) => this.takeNews.inside(tx, await this.payments.lock(tx, paymentId), theirs));
  }
}

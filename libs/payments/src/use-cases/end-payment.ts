import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Payments, type Payment } from '../data/payments.repository.js';
import { hasLapsed } from '../domain/has-lapsed.js';
import { paymentStates } from '../domain/payment.states.js';
import { ProviderRefused } from '../ports/provider-errors.js';
import type { PaymentProvider, ProviderPayment } from '../ports/payment-provider.js';
import { PAYMENT_PROVIDER } from '../ports/tokens.js';
import { SettlePayment } from './settle-payment.js';
import { TakeNews } from './take-news.js';

@Injectable()
export class EndPayment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly payments: Payments,
    private readonly takeNews: TakeNews,
    private readonly settlePayment: SettlePayment,
    @Inject(PAYMENT_PROVIDER) private readonly provider: PaymentProvider,
  ) {}

  /**
   * Claim, call, settle. A payment whose time is over ends: money that was faster is taken, money under way is waited
   * for, and otherwise the provider takes none any more. One under way, or of which nothing was heard, is asked about.
   * @rule SM-6 S-5 S-6
   */
  async run({ paymentId }: { paymentId: string }): Promise<void> {
    const payment = await this.work.run(async (tx) => {
      const found = await this.payments.lock(tx, paymentId);
      const isOpen = found.state === paymentStates.initial && !hasLapsed(found, tx.now);
      return { ...found, isOpen, isAsked: isOpen || found.state === 'processing' || hasLapsed(found, tx.now) };
    });
    if (!payment.isAsked) return;
    if (payment.isOpen) return this.look(payment);
    const theirs = await this.ended(payment);
    if (theirs !== null) return this.settlePayment.follow(theirs);
    await this.work.run(async (tx) =>
      this.takeNews.giveUp(tx, await this.payments.lock(tx, paymentId), 'not paid in time'),
    );
  }

  /** She may still pay: nothing ends. */
  private async look({ provider_id: providerPaymentId }: Payment): Promise<void> {
    if (providerPaymentId !== null) await this.settlePayment.run({ providerPaymentId });
  }

  /** The payment as the provider sees it after it was told; null when it never got to know of it. */
  private async ended(payment: Payment): Promise<ProviderPayment | null> {
    const theirs =
      payment.provider_id === null
        ? await this.provider.findByPaymentId(payment.id, payment.asked_at!)
        : await this.provider.retrieve(payment.provider_id);
    if (theirs === null || (theirs.status !== 'awaiting_shopper' && theirs.status !== 'authorised')) return theirs;
    try {
      return await this.provider.cancel({ paymentId: payment.id, providerId: theirs.providerId });
    } catch (error) {
      if (error instanceof ProviderRefused) return this.provider.retrieve(theirs.providerId); // she was faster
      throw error;
    }
  }
}

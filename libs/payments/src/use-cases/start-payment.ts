import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { Payments, type Payment } from '../data/payments.repository.js';
import { hasLapsed } from '../domain/has-lapsed.js';
import { fail } from '../domain/payment.errors.js';
import { unavailable } from '../domain/unavailable.js';
import type { PaymentProvider, ProviderPayment } from '../ports/payment-provider.js';
import { PAYMENT_PROVIDER } from '../ports/tokens.js';

export interface StartedPayment {
  paymentId: string;
  amount_paise: Paise;
  /** For the provider's own page in the shopper's browser; never logged. */
  clientSecret: string | null;
  /** The provider's page to pay on, if it has one. */
  payUrl: string | null;
}

@Injectable()
export class StartPayment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly payments: Payments,
    @Inject(PAYMENT_PROVIDER) private readonly provider: PaymentProvider,
  ) {}

  /**
   * Opens the payment of a cause at the provider so that the shopper can pay; asked again, it answers the same payment.
   * Write, call, write: no transaction is open during the call.
   * @throws payment_not_found · payment_not_payable · payment_provider_unavailable
   * @rule S-7
   */
  async run(cause: Cause): Promise<StartedPayment> {
    const payment = await this.work.run(async (tx) => {
      const found = await this.payable(tx, cause);
      await this.payments.noteAsked(tx, found.id);
      return found;
    });
    const opened = await this.open(payment);
    // Her time may have run out during the call: what nobody may pay is not shown to her.
    await this.work.run(async (tx) =>
      this.payments.noteProvider(tx, await this.payable(tx, cause), this.provider.name, opened.providerId),
    );
    const { clientSecret, nextUrl: payUrl } = opened;
    return { paymentId: payment.id, amount_paise: payment.amount_paise, clientSecret, payUrl };
  }

  private async payable(tx: Tx, cause: Cause): Promise<Payment> {
    const payment = await this.payments.lockByCause(tx, cause);
    if (payment.state !== 'intent_created') throw fail('payment_not_payable', { state: payment.state });
    if (hasLapsed(payment, tx.now)) throw fail('payment_not_payable', { state: 'over its time' });
    return payment;
  }

  private async open(payment: Payment): Promise<ProviderPayment> {
    try {
      if (payment.provider_id !== null) return await this.provider.retrieve(payment.provider_id);
      return await this.provider.createIntent({
        paymentId: payment.id,
        amount_paise: payment.amount_paise,
        description: payment.description,
        triedBefore: payment.asked_at === null ? undefined : { at: payment.asked_at },
      });
    } catch (error) {
      throw unavailable(error) ?? error;
    }
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { Payments } from '../data/payments.repository.js';
import { unavailable } from '../domain/unavailable.js';
import { SettlePayment } from './settle-payment.js';

@Injectable()
export class LookAtPayment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly payments: Payments,
    private readonly settlePayment: SettlePayment,
  ) {}

  /**
   * The shopper is back from the provider's page: it is asked how her payment stands, whether its notice has come or not.
   * What her browser says of it is not even read.
   * @throws payment_not_found · payment_provider_unavailable
   * @rule S-6
   */
  async run(cause: Cause): Promise<void> {
    const { provider_id } = await this.work.run((tx) => this.payments.lockByCause(tx, cause));
    if (provider_id === null) return; // nothing was opened there that she could have paid
    try {
      await this.settlePayment.run({ providerPaymentId: provider_id });
    } catch (error) {
      throw unavailable(error) ?? error;
    }
  }
}

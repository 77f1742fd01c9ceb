import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { newId, type Cause } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { Payments } from '../data/payments.repository.js';

@Injectable()
export class RequestPayment {
  constructor(private readonly payments: Payments) {}

  /**
   * Writes that a payer owes an amount for a cause, before any provider is asked. One payment per cause.
   * @returns the payment's id, which is also the provider's idempotency key
   * @rule S-7
   */
  async inside(
    tx: Tx,
    wanted: { cause: Cause; payerId: string; amount_paise: Paise; description: string },
  ): Promise<{ paymentId: string }> {
    const paymentId = newId();
    await this.payments.add(tx, { id: paymentId, ...wanted });
    return { paymentId };
  }
}

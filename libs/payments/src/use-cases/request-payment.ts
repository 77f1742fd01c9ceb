import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { newId, type Cause } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { Cash } from '../data/cash.repository.js';
import { Payments } from '../data/payments.repository.js';
import { PaymentPromised } from '../domain/payment.events.js';

@Injectable()
export class RequestPayment {
  constructor(
    private readonly payments: Payments,
    private readonly cash: Cash,
  ) {}

  /**
   * Writes that a payer owes an amount for a cause, before any provider is asked. One payment per cause.
   * @param wanted.atTheDoor  for a payment in cash: what is collected for each cause; nothing is asked of a provider then
   * @returns the payment's id, which is also the provider's idempotency key
   * @rule S-7
   */
  async inside(
    tx: Tx,
    wanted: {
      cause: Cause;
      payerId: string;
      amount_paise: Paise;
      description: string;
      atTheDoor?: readonly { cause: Cause; amount_paise: Paise }[] | undefined;
    },
  ): Promise<{ paymentId: string }> {
    const paymentId = newId();
    const { atTheDoor, ...payment } = wanted;
    const method = atTheDoor === undefined ? 'online' : 'cash_on_delivery';
    await this.payments.add(tx, { id: paymentId, ...payment, method });
    if (atTheDoor !== undefined) {
      const { cause, payerId } = payment;
      await this.cash.add(tx, { paymentId, payerId }, atTheDoor);
      tx.emit(PaymentPromised, { paymentId, payerId, cause, amount_paise: Number(payment.amount_paise) });
    }
    return { paymentId };
  }
}

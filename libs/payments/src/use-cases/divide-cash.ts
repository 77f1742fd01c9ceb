import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { assert, type Cause } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { Cash } from '../data/cash.repository.js';
import { Payments } from '../data/payments.repository.js';

@Injectable()
export class DivideCash {
  constructor(
    private readonly payments: Payments,
    private readonly cash: Cash,
  ) {}

  /**
   * Of what is due at the door for one cause, a part is due for another: its goods come in a parcel of their own. What was paid
   * before stays as it is.
   * @param amount_paise  less than what is still due
   * @rule SM-6 S-9
   */
  async inside(tx: Tx, from: Cause, to: Cause, amount_paise: Paise): Promise<void> {
    const found = await this.cash.of(tx, from);
    if (found === null) return;
    const payment = await this.payments.lock(tx, found.payment_id);
    const due = (await this.cash.of(tx, from))!;
    assert(due.status === 'due', 'what is collected is not divided');
    assert(amount_paise < due.amount_paise - due.waived_paise, 'something stays due');
    await this.cash.lessen(tx, due.id, amount_paise);
    await this.cash.add(tx, { paymentId: payment.id, payerId: payment.payer_id }, [{ cause: to, amount_paise }]);
  }
}

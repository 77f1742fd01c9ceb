import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { Cash } from '../data/cash.repository.js';
import { Payments } from '../data/payments.repository.js';
import { fail } from '../domain/payment.errors.js';
import type { PayeeAccount } from '../ports/payout-provider.js';

@Injectable()
export class NameRefundAccount {
  constructor(
    private readonly payments: Payments,
    private readonly cash: Cash,
  ) {}

  /**
   * Where a shopper who paid at the door wants her money back: money paid online goes back where it came from. Sealed; opened
   * for the payout alone.
   * @param account  null: she names none now; what she named before still counts
   * @throws payment_not_found · refund_account_needed (422)
   * @rule S-63
   */
  async inside(tx: Tx, of: Cause, account: PayeeAccount | null): Promise<void> {
    const payment = await this.payments.lockByCause(tx, of);
    if (payment.method !== 'cash_on_delivery') return;
    if (account !== null) return this.cash.nameAccount(tx, payment, account);
    if ((await this.cash.account(tx, payment.id)) === null) throw fail('refund_account_needed');
  }
}

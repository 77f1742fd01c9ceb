import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { PolicyQuery } from '#policy';
import { DisputeShares } from '../data/dispute-shares.repository.js';
import { RefundEntity } from '../data/payment.entity.js';
import { PaidSales } from '../data/paid-sales.js';
import { leftOf, Payments } from '../data/payments.repository.js';
import { fail } from '../domain/payment.errors.js';
import { SendRefundJob } from '../domain/payment.events.js';
import { refundStates } from '../domain/payment.states.js';

export interface WantedRefund {
  refundId: string;
  /** > 0 */
  amount_paise: Paise;
  reason: string;
  sale?: Cause;
  /** The payment failed although it was debited: the money has to be back in days, counted from the debit. */
  failedDebit?: boolean;
}

@Injectable()
export class RequestRefund {
  constructor(
    private readonly payments: Payments,
    private readonly shares: DisputeShares,
    private readonly paidSales: PaidSales,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * Promises a payer an amount of her payment back and has it sent. The same `refundId` again changes nothing. While her
   * bank asks about the payment the promise waits, and what her bank took back is back already: she gets it once.
   *
   * @param of the cause that was paid (a checkout)
   * @param wanted.refundId the caller's key (`namedId`), one per reason to refund
   * @param wanted.sale the sale it is for (an order), where it is for one of them
   * @throws refund_too_large
   * @rule S-9
   */
  async inside(tx: Tx, of: Cause, wanted: WantedRefund): Promise<void> {
    const payment = await this.payments.lockByCause(tx, of);
    if (payment.state === 'charged_back' || (await this.isKnown(tx, wanted.refundId))) return;
    const amount_paise = wanted.amount_paise - (await this.hasAlready(tx, of, wanted));
    if (amount_paise === 0n) return;
    const left_paise = leftOf(payment);
    if (amount_paise > left_paise) {
      throw fail('refund_too_large', { asked_paise: amount_paise.toString(), left_paise: left_paise.toString() });
    }
    await this.payments.take(tx, payment, { refunded_paise: amount_paise });
    const failed_debit = wanted.failedDebit ?? false;
    // Her bank may have debited it at any moment since she was sent to it: the earliest counts.
    const due_at = failed_debit
      ? this.policy.deadline('refund.failed_debit_days', payment.asked_at ?? tx.now)
      : this.policy.deadline('refund.initiate_hours', tx.now);
    await tx.insert(RefundEntity, {
      id: wanted.refundId,
      payment_id: payment.id,
      payer_id: payment.payer_id,
      amount_paise: amount_paise.toString(),
      reason: wanted.reason,
      state: refundStates.initial,
      provider_id: null,
      tries: 0,
      failure: null,
      check_at: null,
      ...{ sale_kind: wanted.sale?.kind ?? null, sale_id: wanted.sale?.id ?? null },
      ...{ failed_debit, due_at, late_at: null, watch_at: due_at },
      made_at: tx.now,
      settled_at: null,
    });
    if (payment.state !== 'disputed') tx.enqueue(SendRefundJob, { refundId: wanted.refundId });
  }

  /**
   * What her bank paid her of this already, paise. First what the sale bears and what is kept of it cannot make up for; then
   * what was taken of refunds on their way to being promised; then the rest that the sale bears. So nothing stays uncounted
   * when the last refund is promised, and a maker is credited only what is here.
   */
  private async hasAlready(tx: Tx, of: Cause, { sale, amount_paise }: WantedRefund): Promise<Paise> {
    let rest_paise = amount_paise;
    const counts = async (cause: Cause, most_paise: Paise): Promise<void> => {
      rest_paise -= await this.shares.count(tx, cause, most_paise < rest_paise ? most_paise : rest_paise);
    };
    if (sale !== undefined) await counts(sale, await this.beyondKept(tx, of, sale));
    await counts(of, rest_paise);
    if (sale !== undefined) await counts(sale, rest_paise);
    return amount_paise - rest_paise;
  }

  /** What a sale bears more than is kept of it, paise. */
  private async beyondKept(tx: Tx, of: Cause, sale: Cause): Promise<Paise> {
    const borne_paise = await this.shares.leftOf(tx, sale);
    if (borne_paise === 0n) return 0n;
    const known = (await this.paidSales.of(tx, of))?.find(({ cause }) => cause.id === sale.id);
    const kept_paise = known?.kept_paise ?? 0n;
    return borne_paise > kept_paise ? borne_paise - kept_paise : 0n;
  }

  private async isKnown(tx: Tx, id: string): Promise<boolean> {
    return (await tx.run(`select 1 from payments.refund where id = $1`, [id])) > 0;
  }
}

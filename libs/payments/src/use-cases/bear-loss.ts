import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { platformOwner, PostTransfers } from '#ledger';
import type { Tx } from '#platform/database';
import { namedId } from '#platform/kernel';
import { paiseColumn, sumPaise, type Paise } from '#platform/money';
import { DisputeShares, type DisputeName } from '../data/dispute-shares.repository.js';
import { Earnings } from '../data/earnings.repository.js';
import { PaidSales } from '../data/paid-sales.js';
import { leftOf, Payments, type Payment } from '../data/payments.repository.js';
import { Refunds, type Refund } from '../data/refunds.repository.js';
import { planLoss, type LossPlan } from '../domain/loss.js';
import { RefundReplaced, SendRefundJob } from '../domain/payment.events.js';
import { refundStates } from '../domain/payment.states.js';
import { ClawBack } from './claw-back.js';

const borneRow = z.object({ provider: z.string(), providerId: z.string(), borne_paise: paiseColumn });

/** One of the sales of a payment, and whether its maker has been credited with it. */
interface Bearer {
  cause: Payment['cause'];
  sellerId: string;
  kept_paise: Paise;
  isCredited: boolean;
  cameBack: boolean;
}

@Injectable()
export class BearLoss {
  constructor(
    private readonly payments: Payments,
    private readonly refunds: Refunds,
    private readonly earnings: Earnings,
    private readonly paidSales: PaidSales,
    private readonly shares: DisputeShares,
    private readonly clawBack: ClawBack,
    private readonly postTransfers: PostTransfers,
  ) {}

  /**
   * A shopper's bank took money back: refunds that waited are replaced by it, each sale bears its share of the rest, a
   * maker who was credited gives hers back to the checkout first. What she had been sent before as well is the platform's
   * loss. Called with the payment's row held, once for each dispute.
   * @rule SM-6 S-9
   */
  async inside(tx: Tx, payment: Payment, lost: DisputeName & { amount_paise: Paise }): Promise<void> {
    const known = await this.paidSales.of(tx, payment.cause);
    const bearers = await this.bearers(tx, payment, known);
    const waiting = await this.refunds.replaceable(tx, payment.id);
    const uncredited = bearers.filter((one) => !one.isCredited).reduce((sum, one) => sum + one.kept_paise, 0n);
    const left_paise = leftOf(payment);
    const loose_paise = left_paise > uncredited ? left_paise - uncredited : 0n;
    const plan = planLoss(
      lost.amount_paise,
      waiting,
      loose_paise,
      bearers.map((one) => one.kept_paise),
    );

    await this.replace(tx, plan);
    if (known !== null && plan.loose_paise > 0n) {
      await this.shares.add(tx, lost, { cause: payment.cause, sellerId: null, amount_paise: plan.loose_paise });
    }
    for (const [i, bearer] of bearers.entries()) await this.bear(tx, bearer, lost, plan.shares_paise[i]!);
    await this.take(tx, await this.payments.lock(tx, payment.id), lost);
  }

  /** Where nobody knows the sales, those that were credited are known from their earnings. */
  private async bearers(tx: Tx, payment: Payment, known: Awaited<ReturnType<PaidSales['of']>>): Promise<Bearer[]> {
    const credited = await this.earnings.ofCheckout(tx, payment.cause.id);
    if (known === null) {
      return credited.map(({ cause, seller_id: sellerId, paid_paise: kept_paise }) => ({
        ...{ cause, sellerId, kept_paise, isCredited: true, cameBack: false },
      }));
    }
    const bearers: Bearer[] = [];
    for (const sale of known) {
      const earned = credited.find(({ cause }) => cause.id === sale.cause.id);
      const kept_paise = earned?.paid_paise ?? sale.kept_paise - (await this.shares.leftOf(tx, sale.cause));
      bearers.push({ ...sale, kept_paise, isCredited: earned !== undefined });
    }
    return bearers;
  }

  /**
   * A refund that was under way when the bank took money of the same payment back failed there. What the platform had borne
   * of that loss she has from her bank: so much of the refund is replaced, and what was set aside for it covers the loss. The
   * rest is still hers, and is sent. Called with both rows held.
   * @returns false when her bank has paid her nothing of it: the refund fails like any other
   * @rule SM-6 S-9
   */
  async late(tx: Tx, refund: Refund): Promise<boolean> {
    const disputes = await this.borne(tx, refund.payment_id);
    const borne_paise = sumPaise(disputes.map((dispute) => dispute.borne_paise));
    const hers_paise = borne_paise < refund.amount_paise ? borne_paise : refund.amount_paise;
    if (hers_paise === 0n) return false;
    await this.replaceOne(tx, refund, hers_paise);
    let open = hers_paise;
    for (const { borne_paise: of_it, ...dispute } of disputes) {
      const part = of_it < open ? of_it : open;
      open -= part;
      if (part > 0n) await this.cover(tx, refund, dispute, { part, left: of_it - part });
    }
    const rest_paise = refund.amount_paise - hers_paise;
    if (rest_paise > 0n) {
      tx.enqueue(SendRefundJob, { refundId: await this.refunds.promiseRest(tx, refund, rest_paise) });
    }
    return true;
  }

  /** What was set aside for a refund makes good what the platform had borne of a dispute, paise. */
  private async cover(tx: Tx, refund: Refund, of: DisputeName, paise: { part: Paise; left: Paise }): Promise<void> {
    await this.noteBorne(tx, of, paise.left);
    await this.payments.take(tx, { id: refund.payment_id }, { taken_back_paise: paise.part });
    await this.postTransfers.inside(tx, [
      {
        id: namedId('charged back late', of.providerId, refund.id),
        debit: { code: 'buyer_escrow', owner: refund.cause.id },
        credit: { code: 'dispute_losses', owner: platformOwner },
        ...{ amount_paise: paise.part, why: 'charged_back', cause: refund.cause },
      },
    ]);
  }

  private borne(tx: Tx, paymentId: string) {
    const sql = `select provider, provider_id as "providerId", borne_paise from payments.dispute
                  where payment_id = $1 and borne_paise > 0 order by provider_id for update`;
    return tx.many(borneRow, sql, [paymentId]);
  }

  private async replace(tx: Tx, { replaced }: LossPlan): Promise<void> {
    for (const { id, replaced_paise, rest_paise } of replaced) {
      const refund = await this.refunds.lock(tx, id);
      await this.replaceOne(tx, refund, replaced_paise);
      if (rest_paise > 0n) await this.refunds.promiseRest(tx, refund, rest_paise);
    }
  }

  private async replaceOne(tx: Tx, refund: Refund, amount_paise: Paise): Promise<void> {
    const { id, payment_id: paymentId, payer_id: payerId, cause } = refund;
    const state = refundStates.next(refund.state, 'replace');
    await this.refunds.note(tx, { ...refund, state, check_at: null, settled_at: tx.now });
    await this.refunds.noteReplaced(tx, id, amount_paise);
    await this.payments.take(tx, { id: paymentId }, { refunded_paise: -amount_paise });
    tx.audit({
      action: 'payments.refund',
      object: { kind: 'refund', id },
      before: { state: refund.state },
      after: { state },
      reason: 'the shopper’s bank paid it',
    });
    tx.emit(RefundReplaced, { refundId: id, paymentId, payerId, cause, amount_paise: Number(amount_paise) });
  }

  private async noteBorne(tx: Tx, of: DisputeName, borne_paise: Paise): Promise<void> {
    const sql = `update payments.dispute set borne_paise = $3 where provider = $1 and provider_id = $2`;
    await tx.run(sql, [of.provider, of.providerId, borne_paise.toString()]);
  }

  /** A sale that was credited gives its share back; of one that was not it is kept when it is. */
  private async bear(tx: Tx, bearer: Bearer, of: DisputeName, amount_paise: Paise): Promise<void> {
    if (amount_paise === 0n) return;
    const { cause, sellerId, cameBack } = bearer;
    if (!bearer.isCredited) return this.shares.add(tx, of, { cause, sellerId, amount_paise });
    const id = namedId('loss', of.providerId, cause.id);
    await this.clawBack.inside(tx, { id, cause, paid_paise: amount_paise, coupon_paise: 0n, cameBack });
  }

  private async take(tx: Tx, payment: Payment, lost: DisputeName & { amount_paise: Paise }): Promise<void> {
    const left_paise = leftOf(payment);
    const here_paise = lost.amount_paise < left_paise ? lost.amount_paise : left_paise;
    const gone_paise = lost.amount_paise - here_paise;
    await this.payments.take(tx, payment, { taken_back_paise: here_paise });
    await this.noteBorne(tx, lost, gone_paise);
    const all = { credit: { code: 'gateway_clearing', owner: platformOwner }, why: 'charged_back' } as const;
    const parts = [
      { debit: { code: 'buyer_escrow', owner: payment.cause.id } as const, amount_paise: here_paise },
      { debit: { code: 'dispute_losses', owner: platformOwner } as const, amount_paise: gone_paise },
    ].filter((part) => part.amount_paise > 0n);
    await this.postTransfers.inside(
      tx,
      parts.map((part) => ({
        ...{ ...all, ...part },
        id: namedId('charged back', lost.providerId, part.debit.code),
        cause: payment.cause,
      })),
    );
  }
}

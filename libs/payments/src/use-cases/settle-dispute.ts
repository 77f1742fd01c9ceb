import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';
import { Payments, type Payment } from '../data/payments.repository.js';
import { Refunds } from '../data/refunds.repository.js';
import { DisputeLost, DisputeOpened, DisputeWon, SendRefundJob } from '../domain/payment.events.js';
import { paymentStates } from '../domain/payment.states.js';
import type { PaymentProvider, ProviderDispute } from '../ports/payment-provider.js';
import { PAYMENT_PROVIDER } from '../ports/tokens.js';
import { BearLoss } from './bear-loss.js';
import { SettlePayment } from './settle-payment.js';

@Injectable()
export class SettleDispute {
  constructor(
    private readonly work: UnitOfWork,
    private readonly payments: Payments,
    private readonly refunds: Refunds,
    private readonly settlePayment: SettlePayment,
    private readonly bearLoss: BearLoss,
    @Inject(PAYMENT_PROVIDER) private readonly provider: PaymentProvider,
  ) {}

  /**
   * A shopper asked her bank about a payment: nothing of it leaves until the bank has decided. Asks the provider how it
   * stands; a dispute that is closed stays closed, whatever comes late.
   * @rule SM-6 S-19
   */
  async run({ providerDisputeId }: { providerDisputeId: string }): Promise<void> {
    const theirs = await this.provider.retrieveDispute(providerDisputeId);
    await this.settlePayment.run(theirs); // the notice of the capture may be the later one
    await this.work.run(async (tx) => {
      const payment = await this.payments.lockByProvider(tx, this.provider.name, theirs.providerPaymentId);
      if (payment !== null && (await this.isNews(tx, payment, theirs))) await this.take(tx, payment, theirs);
    });
  }

  private async take(tx: Tx, before: Payment, theirs: ProviderDispute): Promise<void> {
    const disputed = paymentStates.can(before.state, 'dispute')
      ? await this.payments.move(tx, before, 'dispute')
      : before;
    assert(disputed.state === 'disputed', 'only captured money is disputed');
    if (theirs.status === 'open') return this.open(tx, disputed, theirs);
    if (theirs.status === 'lost') await this.bearLoss.inside(tx, disputed, { provider: this.provider.name, ...theirs });
    const goesOn = (await this.othersAreOpen(tx, disputed)) ? null : await this.decide(tx, disputed, theirs.status);
    if (theirs.status === 'lost') {
      tx.emit(DisputeLost, { ...newsOf(disputed, theirs), isWhole: goesOn === 'lose' });
    } else if (goesOn !== null) {
      tx.emit(DisputeWon, { paymentId: disputed.id, cause: disputed.cause });
    }
  }

  private open(tx: Tx, payment: Payment, theirs: ProviderDispute): void {
    tx.emit(DisputeOpened, newsOf(payment, theirs));
  }

  /**
   * Her bank asks no more: when something is left that it did not take, and that was not sent back either, it goes on, what is
   * promised and waits to be sent with it. Whatever the last of several came to, all of them count.
   */
  private async decide(tx: Tx, payment: Payment, last: 'won' | 'lost'): Promise<'win' | 'lose' | 'lose_part'> {
    const { refunded_paise } = await this.payments.lock(tx, payment.id);
    const lost_paise = await this.lostOf(tx, payment);
    const waiting = await this.refunds.waiting(tx, payment.id);
    const isWhole =
      lost_paise > 0n && lost_paise + (waiting.length > 0 ? 0n : refunded_paise) >= payment.captured_paise;
    const by = isWhole ? 'lose' : last === 'won' ? 'win' : 'lose_part';
    await this.payments.move(tx, payment, by);
    // The money that is here stays with us: promises that waited are kept.
    if (!isWhole) for (const refundId of waiting) tx.enqueue(SendRefundJob, { refundId });
    return by;
  }

  private async othersAreOpen(tx: Tx, payment: Payment): Promise<boolean> {
    const sql = `select 1 from payments.dispute where payment_id = $1 and status = 'open' limit 1`;
    return (await tx.run(sql, [payment.id])) > 0;
  }

  /** Everything her bank took back of a payment so far, paise. */
  private async lostOf(tx: Tx, payment: Payment): Promise<Paise> {
    const sql = `select coalesce(sum(amount_paise), 0)::bigint as sum_paise
                   from payments.dispute where payment_id = $1 and status = 'lost'`;
    return (await tx.maybe(z.object({ sum_paise: paiseColumn }), sql, [payment.id]))!.sum_paise;
  }

  /** Keeps what is known of the dispute. @returns false when nothing has changed, or it is closed */
  private async isNews(tx: Tx, payment: Payment, theirs: ProviderDispute): Promise<boolean> {
    const closedAt = theirs.status === 'open' ? null : tx.now;
    const changed = await tx.maybe(
      z.object({ status: z.string() }),
      `insert into payments.dispute as d
              (provider, provider_id, payment_id, payer_id, amount_paise, status, opened_at, closed_at, reason, respond_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (provider, provider_id) do update
              set status = excluded.status, amount_paise = excluded.amount_paise, closed_at = excluded.closed_at
            where d.status = 'open' and excluded.status <> 'open'
       returning status`,
      [
        this.provider.name,
        theirs.providerId,
        payment.id,
        payment.payer_id,
        theirs.amount_paise.toString(),
        theirs.status,
        tx.now,
        closedAt,
        theirs.reason,
        theirs.respondBy,
      ],
    );
    return changed !== null;
  }
}

const newsOf = (payment: Payment, theirs: ProviderDispute) => ({
  ...{ paymentId: payment.id, payerId: payment.payer_id, cause: payment.cause, disputeId: theirs.providerId },
  amount_paise: Number(theirs.amount_paise),
});

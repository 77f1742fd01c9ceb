import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { platformOwner, PostTransfers } from '#ledger';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, namedId } from '#platform/kernel';
import { leftOf, Payments, type Payment } from '../data/payments.repository.js';
import { Refunds } from '../data/refunds.repository.js';
import { DisputeWon, SendRefundJob } from '../domain/payment.events.js';
import { paymentStates, refundStates } from '../domain/payment.states.js';
import type { PaymentProvider, ProviderDispute } from '../ports/payment-provider.js';
import { PAYMENT_PROVIDER } from '../ports/tokens.js';
import { ClawBack } from './claw-back.js';
import { SettlePayment } from './settle-payment.js';

@Injectable()
export class SettleDispute {
  constructor(
    private readonly work: UnitOfWork,
    private readonly payments: Payments,
    private readonly refunds: Refunds,
    private readonly settlePayment: SettlePayment,
    private readonly postTransfers: PostTransfers,
    private readonly clawBack: ClawBack,
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
    if (theirs.status === 'won') await this.win(tx, disputed);
    if (theirs.status === 'lost') await this.lose(tx, disputed, theirs);
  }

  /** The money stays with us: promises that waited are kept. */
  private async win(tx: Tx, payment: Payment): Promise<void> {
    await this.payments.move(tx, payment, 'win');
    for (const refundId of await this.refunds.waiting(tx, payment.id)) tx.enqueue(SendRefundJob, { refundId });
    tx.emit(DisputeWon, { paymentId: payment.id, cause: payment.cause });
  }

  /** Her bank took it back: out of what is still here, and the rest is a loss the makers bear who earned it. Promised refunds are for the desk to end. */
  private async lose(tx: Tx, payment: Payment, theirs: ProviderDispute): Promise<void> {
    await this.payments.move(tx, payment, 'lose');
    const left_paise = leftOf(payment);
    const here_paise = theirs.amount_paise < left_paise ? theirs.amount_paise : left_paise;
    const gone_paise = theirs.amount_paise - here_paise;
    await this.payments.take(tx, payment, { taken_back_paise: here_paise });
    const all = { credit: { code: 'gateway_clearing', owner: platformOwner }, why: 'charged_back' } as const;
    const parts = [
      { debit: { code: 'buyer_escrow', owner: payment.cause.id } as const, amount_paise: here_paise },
      { debit: { code: 'dispute_losses', owner: platformOwner } as const, amount_paise: gone_paise },
    ];
    await this.postTransfers.inside(
      tx,
      parts
        .filter((part) => part.amount_paise > 0n)
        .map((part) => ({
          ...all,
          ...part,
          id: namedId('charged back', theirs.providerId, part.debit.code),
          cause: payment.cause,
        })),
    );
    if (gone_paise > 0n) await this.clawBack.ofLoss(tx, payment.cause.id, theirs.providerId, gone_paise);
    for (const refundId of await this.refunds.waiting(tx, payment.id)) {
      const refund = await this.refunds.lock(tx, refundId);
      const state = refundStates.next(refund.state, 'give_up');
      await this.refunds.note(tx, { ...refund, state, failure: 'charged_back', check_at: null });
    }
  }

  /** Keeps what is known of the dispute. @returns false when nothing has changed, or it is closed */
  private async isNews(tx: Tx, payment: Payment, theirs: ProviderDispute): Promise<boolean> {
    const closedAt = theirs.status === 'open' ? null : tx.now;
    const changed = await tx.maybe(
      z.object({ status: z.string() }),
      `insert into payments.dispute as d
              (provider, provider_id, payment_id, payer_id, amount_paise, status, opened_at, closed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
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
      ],
    );
    return changed !== null;
  }
}

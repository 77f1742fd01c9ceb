import { Inject, Injectable } from '@nestjs/common';
import { PostTransfers, platformOwner } from '#ledger';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, namedId } from '#platform/kernel';
import { Payments, type Payment } from '../data/payments.repository.js';
import { PaymentCaptured, PaymentFailed } from '../domain/payment.events.js';
import type { PaymentProvider, ProviderPayment } from '../ports/payment-provider.js';
import { PAYMENT_PROVIDER } from '../ports/tokens.js';

@Injectable()
export class SettlePayment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly payments: Payments,
    private readonly postTransfers: PostTransfers,
    @Inject(PAYMENT_PROVIDER) private readonly provider: PaymentProvider,
  ) {}

  /**
   * The one road to "paid": asks the provider how the payment stands, then moves ours under its row lock.
   * A payment already there is a success without effect, so notices may come twice, late and in any order.
   * @rule S-6 S-19
   */
  async run({ providerPaymentId }: { providerPaymentId: string }): Promise<void> {
    const theirs = await this.provider.retrieve(providerPaymentId);
    if (theirs.paymentId === null) return; // not asked for by us: a difference that reconciliation reports (S-8)
    const paymentId = theirs.paymentId;
    await this.work.run(async (tx) => {
      const ours = await this.payments.lock(tx, paymentId);
      if (ours.provider_id === null)
        await this.payments.noteProvider(tx, ours.id, this.provider.name, theirs.providerId);
      if (theirs.status === 'captured') await this.capture(tx, ours, theirs);
      if (theirs.status === 'cancelled') await this.giveUp(tx, ours);
    });
  }

  private async capture(tx: Tx, ours: Payment, theirs: ProviderPayment): Promise<void> {
    if (ours.state !== 'intent_created' && ours.state !== 'processing' && ours.state !== 'authorised') return;
    assert(theirs.captured_paise === ours.amount_paise, 'the provider captured exactly what was asked');
    await this.payments.move(tx, ours, 'capture');
    await this.postTransfers.inside(tx, [
      {
        id: namedId('payment captured', ours.id),
        debit: { code: 'gateway_clearing', owner: platformOwner },
        credit: { code: 'buyer_escrow', owner: ours.cause.id },
        amount_paise: ours.amount_paise,
        why: 'payment_captured',
        cause: ours.cause,
      },
    ]);
    const amount_paise = Number(ours.amount_paise);
    tx.emit(PaymentCaptured, { paymentId: ours.id, payerId: ours.payer_id, cause: ours.cause, amount_paise });
  }

  private async giveUp(tx: Tx, ours: Payment): Promise<void> {
    if (ours.state !== 'intent_created' && ours.state !== 'processing') return;
    await this.payments.move(tx, ours, 'fail');
    tx.emit(PaymentFailed, { paymentId: ours.id, cause: ours.cause, why: 'cancelled at the provider' });
  }
}

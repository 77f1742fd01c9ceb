import { Inject, Injectable } from '@nestjs/common';
import { PostTransfers, platformOwner } from '#ledger';
import type { Tx } from '#platform/database';
import { assert, namedId } from '#platform/kernel';
import { Payments, type Payment } from '../data/payments.repository.js';
import { PaymentCaptured, PaymentFailed } from '../domain/payment.events.js';
import { paymentStates } from '../domain/payment.states.js';
import type { PaymentProvider, ProviderPayment } from '../ports/payment-provider.js';
import { PAYMENT_PROVIDER } from '../ports/tokens.js';

/** What the provider has yet to be told before the payment can go on; null: nothing. */
export type NextCall = 'capture' | 'cancel' | null;

@Injectable()
export class TakeNews {
  constructor(
    private readonly payments: Payments,
    private readonly postTransfers: PostTransfers,
    @Inject(PAYMENT_PROVIDER) private readonly provider: PaymentProvider,
  ) {}

  /**
   * Moves a payment, its row held, to where the provider says it stands. A payment already there, or beyond, stays.
   * What the provider took is what was asked for, in rupees, by the one object that was opened for it: anything else is
   * no money for this payment, and the job dies for the payments desk to look at.
   * @rule SM-6 S-6 S-19
   */
  async inside(tx: Tx, ours: Payment, theirs: ProviderPayment): Promise<NextCall> {
    await this.payments.noteProvider(tx, ours, this.provider.name, theirs.providerId);
    assert(theirs.currency === 'INR', 'the provider takes rupees');
    assert(theirs.amount_paise === ours.amount_paise, 'the provider takes exactly what was asked');
    switch (theirs.status) {
      case 'captured':
        await this.capture(tx, ours, theirs);
        return null;
      case 'authorised':
        if (paymentStates.can(ours.state, 'authorise')) await this.payments.move(tx, ours, 'authorise');
        return paymentStates.can(ours.state, 'authorise') || ours.state === 'authorised' ? 'capture' : null;
      case 'processing':
        if (paymentStates.can(ours.state, 'act')) await this.payments.move(tx, ours, 'act');
        return null;
      case 'awaiting_shopper':
        // It was under way and did not arrive: nobody waits for a second try of it (SM-6).
        return ours.state === 'processing' ? 'cancel' : null;
      case 'cancelled':
        await this.giveUp(tx, ours, 'cancelled at the provider');
        return null;
    }
  }

  /** Nobody can pay this payment any more. One that took money, or ended before, stays as it is. */
  async giveUp(tx: Tx, ours: Payment, why: string): Promise<void> {
    const by = ours.state === 'authorised' ? 'void' : 'fail';
    if (!paymentStates.can(ours.state, by)) return;
    await this.payments.move(tx, ours, by, why);
    tx.emit(PaymentFailed, { paymentId: ours.id, cause: ours.cause, why });
  }

  private async capture(tx: Tx, ours: Payment, theirs: ProviderPayment): Promise<void> {
    assert(theirs.captured_paise === ours.amount_paise, 'the provider captured exactly what was asked');
    assert(ours.state !== 'failed' && ours.state !== 'voided', 'an ended payment takes no money');
    if (!paymentStates.can(ours.state, 'capture')) return;
    await this.payments.move(tx, ours, 'capture');
    if (theirs.proof !== null) await this.payments.noteProof(tx, ours, theirs.proof);
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
}

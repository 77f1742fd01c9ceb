import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { platformOwner, PostTransfers } from '#ledger';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, namedId, type Cause } from '#platform/kernel';
import { paiseColumn } from '#platform/money';
import { PaymentRefunded } from '../domain/payment.events.js';
import { refundStates } from '../domain/payment.states.js';
import type { PaymentProvider } from '../ports/payment-provider.js';
import { PAYMENT_PROVIDER } from '../ports/tokens.js';

const refundRow = z.object({
  id: z.uuid(),
  payment_id: z.uuid(),
  payer_id: z.uuid(),
  amount_paise: paiseColumn,
  state: z.enum(['requested', 'initiated', 'manual', 'succeeded']),
  provider_payment_id: z.string(),
  cause_kind: z.enum(['checkout', 'order', 'contract', 'bill']),
  cause_id: z.uuid(),
});

@Injectable()
export class SendRefund {
  constructor(
    private readonly work: UnitOfWork,
    private readonly postTransfers: PostTransfers,
    @Inject(PAYMENT_PROVIDER) private readonly provider: PaymentProvider,
  ) {}

  /** Claim, call, settle: the refund's id is the provider's key, so a retry finds the first try. @rule S-7 S-9 */
  async run({ refundId }: { refundId: string }): Promise<void> {
    const refund = await this.work.run((tx) => this.claim(tx, refundId));
    if (refund.state === 'succeeded') return;
    const sent = await this.provider.refund({
      refundId,
      providerPaymentId: refund.provider_payment_id,
      amount_paise: refund.amount_paise,
      triedBefore: refund.state === 'initiated',
    });
    if (sent.status !== 'succeeded') throw new Error(`the refund is ${sent.status} at the provider`);
    await this.work.run((tx) => this.settle(tx, refundId, sent.providerId));
  }

  private async claim(tx: Tx, id: string): Promise<z.infer<typeof refundRow>> {
    const refund = await this.lock(tx, id);
    if (refundStates.can(refund.state, 'initiate')) {
      await tx.run(`update payments.refund set state = $2 where id = $1`, [
        id,
        refundStates.next(refund.state, 'initiate'),
      ]);
    }
    return refund;
  }

  private async settle(tx: Tx, id: string, providerId: string): Promise<void> {
    const refund = await this.lock(tx, id);
    if (refund.state === 'succeeded') return;
    const state = refundStates.next(refund.state, 'succeed');
    await tx.run(`update payments.refund set state = $2, provider_id = $3, settled_at = $4 where id = $1`, [
      id,
      state,
      providerId,
      tx.now,
    ]);
    const paidFor: Cause = { kind: refund.cause_kind, id: refund.cause_id };
    await this.postTransfers.inside(tx, [
      {
        id: namedId('refund', id),
        debit: { code: 'buyer_escrow', owner: paidFor.id },
        credit: { code: 'gateway_clearing', owner: platformOwner },
        amount_paise: refund.amount_paise,
        why: 'refund',
        cause: paidFor,
      },
    ]);
    tx.audit({
      action: 'payments.refund',
      object: { kind: 'refund', id },
      before: { state: refund.state },
      after: { state },
    });
    const amount_paise = Number(refund.amount_paise);
    tx.emit(PaymentRefunded, {
      refundId: id,
      paymentId: refund.payment_id,
      payerId: refund.payer_id,
      cause: paidFor,
      amount_paise,
    });
  }

  private async lock(tx: Tx, id: string): Promise<z.infer<typeof refundRow>> {
    const refund = await tx.maybe(
      refundRow,
      `select r.id, r.payment_id, r.payer_id, r.amount_paise, r.state, p.provider_id as provider_payment_id, p.cause_kind, p.cause_id
         from payments.refund r join payments.payment p on p.id = r.payment_id
        where r.id = $1 for update of r`,
      [id],
    );
    assert(refund !== null, 'a refund job names a refund');
    return refund;
  }
}

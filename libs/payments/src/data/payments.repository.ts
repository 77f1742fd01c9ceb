import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { cause, type Cause } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';
import { fail } from '../domain/payment.errors.js';
import { paymentStates, type PaymentState } from '../domain/payment.states.js';
import { PaymentEntity } from './payment.entity.js';

const columns = `id, cause_kind, cause_id, payer_id, amount_paise, refunded_paise, description, state, provider_id, asked_at`;

const row = z
  .object({
    id: z.uuid(),
    cause_kind: cause.shape.kind,
    cause_id: z.uuid(),
    payer_id: z.uuid(),
    amount_paise: paiseColumn,
    refunded_paise: paiseColumn,
    description: z.string(),
    state: z.enum(paymentStates.names as [PaymentState]),
    provider_id: z.string().nullable(),
    asked_at: z.date().nullable(),
  })
  .transform(({ cause_kind, cause_id, ...rest }) => ({ ...rest, cause: { kind: cause_kind, id: cause_id } as Cause }));

export type Payment = z.infer<typeof row>;

@Injectable()
export class Payments {
  async add(
    tx: Tx,
    payment: { id: string; cause: Cause; payerId: string; amount_paise: Paise; description: string },
  ): Promise<void> {
    await tx.insert(PaymentEntity, {
      id: payment.id,
      cause_kind: payment.cause.kind,
      cause_id: payment.cause.id,
      payer_id: payment.payerId,
      amount_paise: payment.amount_paise.toString(),
      refunded_paise: '0',
      description: payment.description,
      state: paymentStates.initial,
      provider: null,
      provider_id: null,
      made_at: tx.now,
      asked_at: null,
      settled_at: null,
    });
  }

  /** The payment, its row held until the transaction ends. @throws payment_not_found */
  async lock(tx: Tx, id: string): Promise<Payment> {
    const found = await tx.maybe(row, `select ${columns} from payments.payment where id = $1 for update`, [id]);
    if (!found) throw fail('payment_not_found');
    return found;
  }

  /** The payment of a checkout, its row held. @throws payment_not_found */
  async lockByCause(tx: Tx, of: Cause): Promise<Payment> {
    const sql = `select ${columns} from payments.payment where cause_kind = $1 and cause_id = $2 for update`;
    const found = await tx.maybe(row, sql, [of.kind, of.id]);
    if (!found) throw fail('payment_not_found');
    return found;
  }

  /** Writes that the provider is about to be asked, before it is (S-7). */
  async noteAsked(tx: Tx, id: string): Promise<void> {
    await tx.run(`update payments.payment set asked_at = $2 where id = $1`, [id, tx.now]);
  }

  async noteProvider(tx: Tx, id: string, provider: string, providerId: string): Promise<void> {
    await tx.run(`update payments.payment set provider = $2, provider_id = $3 where id = $1`, [
      id,
      provider,
      providerId,
    ]);
  }

  /** Moves the payment along SM-6 and writes it down for the auditor. */
  async move(tx: Tx, payment: Payment, by: Parameters<typeof paymentStates.next>[1]): Promise<PaymentState> {
    const state = paymentStates.next(payment.state, by);
    await tx.run(`update payments.payment set state = $2, settled_at = $3 where id = $1`, [payment.id, state, tx.now]);
    tx.audit({
      action: `payments.${by}`,
      object: { kind: 'payment', id: payment.id },
      before: { state: payment.state },
      after: { state },
    });
    return state;
  }

  /** Sets a refund's amount aside; the CHECK beneath refuses more than was captured. @rule S-9 */
  async takeForRefund(tx: Tx, payment: Payment, amount_paise: Paise): Promise<void> {
    const left_paise = payment.amount_paise - payment.refunded_paise;
    if (amount_paise > left_paise) {
      throw fail('refund_too_large', { asked_paise: amount_paise.toString(), left_paise: left_paise.toString() });
    }
    await tx.run(`update payments.payment set refunded_paise = refunded_paise + $2 where id = $1`, [
      payment.id,
      amount_paise.toString(),
    ]);
  }
}

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { assert, cause, type Cause } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';
import { minutesAfter } from '#platform/time';
import { PolicyQuery } from '#policy';
import { check_minutes } from '../domain/check-minutes.js';
import { hasLapsed } from '../domain/has-lapsed.js';
import { nextLook } from '../domain/next-look.js';
import { fail } from '../domain/payment.errors.js';
import { paymentStates, type PaymentEvent, type PaymentState } from '../domain/payment.states.js';
import type { PaymentProof } from '../ports/payment-provider.js';
import { PaymentEntity } from './payment.entity.js';

/** How a shopper pays. */
export const paymentMethods = ['online', 'cash_on_delivery'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

const columns = `id, cause_kind, cause_id, payer_id, amount_paise, captured_paise, refunded_paise, released_paise,
                 taken_back_paise, description, method, state, provider_id, asked_at, due_at, check_at`;

const row = z
  .object({
    id: z.uuid(),
    cause_kind: cause.shape.kind,
    cause_id: z.uuid(),
    payer_id: z.uuid(),
    amount_paise: paiseColumn,
    captured_paise: paiseColumn,
    refunded_paise: paiseColumn,
    released_paise: paiseColumn,
    taken_back_paise: paiseColumn,
    description: z.string(),
    method: z.enum(paymentMethods),
    state: z.enum(paymentStates.names as [PaymentState]),
    provider_id: z.string().nullable(),
    asked_at: z.date().nullable(),
    due_at: z.date().nullable(),
    check_at: z.date().nullable(),
  })
  .transform(({ cause_kind, cause_id, ...rest }) => ({ ...rest, cause: { kind: cause_kind, id: cause_id } as Cause }));

export type Payment = z.infer<typeof row>;

/** Captured money that is neither promised back, released, nor taken back. @rule S-9 */
export const leftOf = (payment: Payment): Paise =>
  payment.captured_paise - payment.refunded_paise - payment.released_paise - payment.taken_back_paise;

@Injectable()
export class Payments {
  constructor(private readonly policy: PolicyQuery) {}

  async add(
    tx: Tx,
    payment: {
      id: string;
      cause: Cause;
      payerId: string;
      amount_paise: Paise;
      description: string;
      method: PaymentMethod;
    },
  ): Promise<void> {
    const { initial } = paymentStates;
    const state = payment.method === 'online' ? initial : paymentStates.next(initial, 'promise');
    const due_at = this.policy.lapseOf(paymentStates, state, tx.now);
    await tx.insert(PaymentEntity, {
      id: payment.id,
      cause_kind: payment.cause.kind,
      cause_id: payment.cause.id,
      payer_id: payment.payerId,
      amount_paise: payment.amount_paise.toString(),
      captured_paise: '0',
      refunded_paise: '0',
      released_paise: '0',
      taken_back_paise: '0',
      description: payment.description,
      method: payment.method,
      state,
      provider: null,
      provider_id: null,
      made_at: tx.now,
      asked_at: null,
      settled_at: null,
      due_at,
      check_at: due_at,
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

  /** How the payment of a cause stands. @throws payment_not_found */
  async stateOf(tx: Tx, of: Cause): Promise<PaymentState> {
    const sql = `select state from payments.payment where cause_kind = $1 and cause_id = $2`;
    const found = await tx.maybe(z.object({ state: z.enum(paymentStates.names as [PaymentState]) }), sql, [
      of.kind,
      of.id,
    ]);
    if (!found) throw fail('payment_not_found');
    return found.state;
  }

  /** How it was paid, as papers name it. */
  async noteProof(tx: Tx, { id }: Payment, { transactionId, mode, at }: PaymentProof): Promise<void> {
    const sql = `update payments.payment set transaction_id = $2, paid_by = $3, paid_at = $4 where id = $1`;
    await tx.run(sql, [id, transactionId, mode, at]);
  }

  /** Where the payment of a cause is found; null: it was not taken by the provider, or before this was written down. */
  async proofOf(tx: Tx, of: Cause): Promise<PaymentProof | null> {
    const found = await tx.maybe(
      z.object({ transaction_id: z.string(), paid_by: z.string(), paid_at: z.date() }),
      `select transaction_id, paid_by, paid_at from payments.payment
        where cause_kind = $1 and cause_id = $2 and transaction_id is not null`,
      [of.kind, of.id],
    );
    return found && { transactionId: found.transaction_id, mode: found.paid_by, at: found.paid_at };
  }

  /** The payment behind an object of the provider's, its row held; null for one we did not ask for. */
  lockByProvider(tx: Tx, provider: string, providerId: string): Promise<Payment | null> {
    const sql = `select ${columns} from payments.payment where provider = $1 and provider_id = $2 for update`;
    return tx.maybe(row, sql, [provider, providerId]);
  }

  /** Writes that the provider is about to be asked, before it is (S-7). The first time counts: keys are as old as that. */
  async noteAsked(tx: Tx, id: string): Promise<void> {
    await tx.run(`update payments.payment set asked_at = coalesce(asked_at, $2) where id = $1`, [id, tx.now]);
  }

  /** One payment of ours is one payment of the provider's, for ever. From now on the clock asks how it stands, unless it has ended. */
  async noteProvider(tx: Tx, payment: Payment, provider: string, providerId: string): Promise<void> {
    assert(payment.provider_id === null || payment.provider_id === providerId, 'a payment has one provider id');
    if (payment.provider_id !== null) return;
    const sql = `update payments.payment set provider = $2, provider_id = $3,
                        check_at = case when check_at is not null then $4::timestamptz end where id = $1`;
    const asked_at = payment.asked_at ?? tx.now;
    await tx.run(sql, [payment.id, provider, providerId, nextLook({ ...payment, asked_at }, tx.now)]);
  }

  /** Moves the payment along SM-6, sets the clock of its new state, and writes it down for the auditor. */
  async move(tx: Tx, payment: Payment, by: PaymentEvent, reason?: string): Promise<Payment> {
    const state = paymentStates.next(payment.state, by);
    const due_at = this.policy.lapseOf(paymentStates, state, tx.now);
    const check_at = due_at ?? (state === 'processing' ? minutesAfter(tx.now, check_minutes) : null);
    const captured_paise = by === 'capture' ? payment.amount_paise : payment.captured_paise;
    // The day it was captured is the day it is looked for in the provider's list.
    const isOver = by === 'release' || by === 'settle' || by === 'bounce';
    await tx.run(
      `update payments.payment
          set state = $2, settled_at = case when $7 then settled_at else $3 end, due_at = $4, check_at = $5, captured_paise = $6 where id = $1`,
      [payment.id, state, tx.now, due_at, check_at, captured_paise.toString(), isOver],
    );
    tx.audit({
      action: `payments.${by}`,
      object: { kind: 'payment', id: payment.id },
      before: { state: payment.state },
      after: { state },
      reason,
    });
    return { ...payment, state, due_at, check_at, captured_paise };
  }

  /** The clock has looked; it looks again after a while, should nothing have come of it. */
  async lookAgain(tx: Tx, payment: Payment & { asked_at: Date }): Promise<void> {
    const isOpen = payment.state === paymentStates.initial && !hasLapsed(payment, tx.now);
    const check_at = isOpen ? nextLook(payment, tx.now) : minutesAfter(tx.now, check_minutes);
    await tx.run(`update payments.payment set check_at = $2 where id = $1`, [payment.id, check_at]);
  }

  /** Cash was collected for a part of it. */
  async collect(tx: Tx, payment: Payment, amount_paise: Paise): Promise<void> {
    const sql = `update payments.payment set captured_paise = captured_paise + $2, settled_at = $3 where id = $1`;
    await tx.run(sql, [payment.id, amount_paise.toString(), tx.now]);
  }

  /** Sets a part of the capture aside; the CHECK beneath refuses more than there is. @rule S-9 */
  async take(
    tx: Tx,
    payment: Pick<Payment, 'id'>,
    part: { refunded_paise?: Paise; released_paise?: Paise; taken_back_paise?: Paise },
  ): Promise<void> {
    const { refunded_paise = 0n, released_paise = 0n, taken_back_paise = 0n } = part;
    await tx.run(
      `update payments.payment
          set refunded_paise = refunded_paise + $2, released_paise = released_paise + $3,
              taken_back_paise = taken_back_paise + $4
        where id = $1`,
      [payment.id, refunded_paise.toString(), released_paise.toString(), taken_back_paise.toString()],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { assert, cause, namedId, type Cause } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';
import { paymentMethods } from './payments.repository.js';
import { paymentStates, refundStates, type PaymentState, type RefundState } from '../domain/payment.states.js';
import type { ProviderRefund } from '../ports/payment-provider.js';

const row = z
  .object({
    id: z.uuid(),
    payment_id: z.uuid(),
    payer_id: z.uuid(),
    amount_paise: paiseColumn,
    state: z.enum(refundStates.names as [RefundState]),
    provider_id: z.string().nullable(),
    tries: z.number(),
    failure: z.string().nullable(),
    check_at: z.date().nullable(),
    settled_at: z.date().nullable(),
    /** null for cash paid at the door. */
    provider_payment_id: z.string().nullable(),
    method: z.enum(paymentMethods),
    payment_state: z.enum(paymentStates.names as [PaymentState]),
    cause_kind: cause.shape.kind,
    cause_id: z.uuid(),
  })
  .transform(({ cause_kind, cause_id, ...rest }) => ({ ...rest, cause: { kind: cause_kind, id: cause_id } as Cause }));
export type Refund = z.infer<typeof row>;

const ids = z.object({ id: z.uuid() });

const watchRow = z.object({
  failed_debit: z.boolean(),
  due_at: z.date().nullable(),
  late_at: z.date().nullable(),
  watch_at: z.date().nullable(),
});
/** By when a refund was promised, and whether it was found to be late. */
export type Watch = z.infer<typeof watchRow>;

const lateRow = z.object({ refunds: z.number(), amount_paise: paiseColumn });

@Injectable()
export class Refunds {
  /** The refund with what it needs of its payment, both rows held. */
  async lock(tx: Tx, id: string): Promise<Refund> {
    const refund = await this.find(tx, id);
    assert(refund !== null, 'a refund job names a refund');
    return refund;
  }

  /** The same; null when there is none. */
  find(tx: Tx, id: string): Promise<Refund | null> {
    return tx.maybe(
      row,
      `select r.id, r.payment_id, r.payer_id, r.amount_paise, r.state, r.provider_id, r.tries, r.failure, r.check_at,
              r.settled_at, p.provider_id as provider_payment_id, p.state as payment_state, p.method, p.cause_kind, p.cause_id
         from payments.refund r join payments.payment p on p.id = r.payment_id
        where r.id = $1 for update of p, r`,
      [id],
    );
  }

  /** Writes a held refund back. */
  async note(tx: Tx, refund: Refund): Promise<void> {
    await tx.run(
      `update payments.refund
          set state = $2, provider_id = $3, tries = $4, failure = $5, check_at = $6, settled_at = $7 where id = $1`,
      [refund.id, refund.state, refund.provider_id, refund.tries, refund.failure, refund.check_at, refund.settled_at],
    );
  }

  /** How much of it the shopper's bank gave her; the rest is promised anew. */
  async noteReplaced(tx: Tx, id: string, replaced_paise: Paise): Promise<void> {
    await tx.run(`update payments.refund set replaced_paise = $2 where id = $1`, [id, replaced_paise.toString()]);
  }

  /** Ours of what the provider shows; null for one we did not order. */
  async known(tx: Tx, theirs: Pick<ProviderRefund, 'providerId' | 'refundId'>): Promise<string | null> {
    const named = z.uuid().safeParse(theirs.refundId);
    const sql = `select id from payments.refund where provider_id = $1 or id = $2`;
    return (await tx.maybe(ids, sql, [theirs.providerId, named.data ?? null]))?.id ?? null;
  }

  /** Refunds whose promised moment is over. */
  async toWatch(tx: Tx, limit: number): Promise<string[]> {
    const sql = `select id from payments.refund where watch_at < $1 order by watch_at limit $2`;
    return (await tx.many(ids, sql, [tx.now, limit])).map((refund) => refund.id);
  }

  async watched(tx: Tx, id: string): Promise<Watch> {
    const sql = `select failed_debit, due_at, late_at, watch_at from payments.refund where id = $1`;
    return (await tx.maybe(watchRow, sql, [id]))!;
  }

  async lookAgain(tx: Tx, id: string, at: Date | null): Promise<void> {
    await tx.run(`update payments.refund set watch_at = $2 where id = $1`, [id, at]);
  }

  /** Refunds of a payment that failed although it was debited whose moment is over and that are not back yet, and the one asked with. */
  async late(tx: Tx, { id, payment_id }: Refund): Promise<{ refunds: number; amount_paise: Paise }> {
    const sql = `select count(*)::integer as refunds, sum(amount_paise)::bigint as amount_paise from payments.refund
                  where payment_id = $1
                    and (id = $2 or failed_debit and due_at < $3 and settled_at is null and state <> 'replaced')`;
    return (await tx.maybe(lateRow, sql, [payment_id, id, tx.now]))!;
  }

  async noteLate(tx: Tx, id: string): Promise<void> {
    await tx.run(`update payments.refund set late_at = $2 where id = $1`, [id, tx.now]);
  }

  /** Refunds the clock has to look after. */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const sql = `select id from payments.refund where check_at <= $1 order by check_at limit $2`;
    return (await tx.many(ids, sql, [tx.now, limit])).map((refund) => refund.id);
  }

  /** Promised and not yet begun, or failed there and waiting for the next try: none is under way at the provider. */
  async waiting(tx: Tx, paymentId: string): Promise<string[]> {
    const sql = `select id from payments.refund
                  where payment_id = $1
                    and (state = 'requested' or (state = 'initiated' and provider_id is null and check_at is not null))
                  order by id for update`;
    return (await tx.many(ids, sql, [paymentId])).map((refund) => refund.id);
  }

  /** Promised and not under way at the provider, those too that wait for the desk: oldest first. */
  replaceable(tx: Tx, paymentId: string): Promise<{ id: string; amount_paise: Paise }[]> {
    const sql = `select id, amount_paise from payments.refund
                  where payment_id = $1
                    and (state in ('requested', 'manual')
                         or (state = 'initiated' and provider_id is null and check_at is not null))
                  order by made_at, id for update`;
    return tx.many(z.object({ id: z.uuid(), amount_paise: paiseColumn }), sql, [paymentId]);
  }

  /** What is left of a refund that was replaced in part is promised as one of its own, for the same moment. @returns its id */
  async promiseRest(tx: Tx, of: Refund, amount_paise: Paise): Promise<string> {
    const sql = `insert into payments.refund (id, payment_id, payer_id, amount_paise, reason, state, tries, made_at,
                                              sale_kind, sale_id, failed_debit, due_at, watch_at, is_rest)
                 select $2, payment_id, payer_id, $3, reason, $4, 0, made_at,
                        sale_kind, sale_id, failed_debit, due_at, due_at, true from payments.refund where id = $1`;
    const id = namedId('rest of refund', of.id);
    await tx.run(sql, [of.id, id, amount_paise.toString(), refundStates.initial]);
    return id;
  }
}

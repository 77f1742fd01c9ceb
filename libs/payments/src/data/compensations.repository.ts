import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { cause, type Cause } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';
import { compensationStates, type CompensationState } from '../domain/late-refund.js';
import { refundStates, type RefundState } from '../domain/payment.states.js';

const row = z
  .object({
    refund_id: z.uuid(),
    payer_id: z.uuid(),
    cause_kind: cause.shape.kind,
    cause_id: z.uuid(),
    refund_paise: paiseColumn,
    daily_paise: paiseColumn,
    days: z.number(),
    amount_paise: paiseColumn,
    state: z.enum(compensationStates),
    reference: z.string().nullable(),
    paid_at: z.date().nullable(),
    made_at: z.date(),
  })
  .transform(({ cause_kind, cause_id, ...rest }) => ({ ...rest, cause: { kind: cause_kind, id: cause_id } as Cause }));
export type Compensation = z.infer<typeof row>;

const ownRow = z.object({
  id: z.uuid(),
  amount_paise: paiseColumn,
  state: z.enum(refundStates.names as [RefundState]),
  made_at: z.date(),
  due_at: z.date().nullable(),
  late_at: z.date().nullable(),
  settled_at: z.date().nullable(),
  compensation_paise: paiseColumn.nullable(),
  days: z.number().nullable(),
  compensation_state: z.enum(compensationStates).nullable(),
});
/** A refund of a sale as its shopper sees it. */
export type OwnRefund = z.infer<typeof ownRow>;

/** More than an order can have: a refund for each act that takes pieces out of it. */
export const refunds_max = 200;

const select = `
  select c.refund_id, c.payer_id, p.cause_kind, p.cause_id, r.amount_paise as refund_paise, c.daily_paise, c.days,
         c.amount_paise, c.state, c.reference, c.paid_at, c.made_at
    from payments.compensation c
    join payments.refund r on r.id = c.refund_id
    join payments.payment p on p.id = r.payment_id`;

@Injectable()
export class Compensations {
  /** The end of the last day that any refund of a payment is owed for; null when none is. The payment's row is held. */
  async countedTo(tx: Tx, paymentId: string): Promise<Date | null> {
    const sql = `select max(c.counted_to) as at
                   from payments.compensation c join payments.refund r on r.id = c.refund_id where r.payment_id = $1`;
    return (await tx.maybe(z.object({ at: z.date().nullable() }), sql, [paymentId]))!.at;
  }

  /** So many days more are owed, the last of which ends at `counted_to`. @returns the days that are owed now */
  async owe(
    tx: Tx,
    of: { refundId: string; payerId: string },
    more: { days: number; daily_paise: Paise; counted_to: Date },
  ): Promise<number> {
    const owed = await tx.maybe(
      z.object({ days: z.number() }),
      `insert into payments.compensation as c
              (refund_id, payer_id, daily_paise, days, amount_paise, counted_to, state, made_at)
       values ($1, $2, $3, $4, $3::bigint * $4::integer, $5, 'growing', $6)
       on conflict (refund_id) do update
          set days = c.days + excluded.days, amount_paise = c.amount_paise + excluded.amount_paise,
              counted_to = excluded.counted_to
       returning days`,
      [of.refundId, of.payerId, more.daily_paise.toString(), more.days, more.counted_to, tx.now],
    );
    return owed!.days;
  }

  /** The days that were counted are all. */
  async close(tx: Tx, refundId: string): Promise<void> {
    await tx.run(`update payments.compensation set state = 'owed' where refund_id = $1 and state = 'growing'`, [
      refundId,
    ]);
  }

  lock(tx: Tx, refundId: string): Promise<Compensation | null> {
    return tx.maybe(row, `${select} where c.refund_id = $1 for update of c`, [refundId]);
  }

  async notePaid(tx: Tx, refundId: string, reference: string): Promise<void> {
    const sql = `update payments.compensation set state = 'paid', reference = $2, paid_by = $3, paid_at = $4 where refund_id = $1`;
    await tx.run(sql, [refundId, reference, tx.actor.personId, tx.now]);
  }

  /** What is owed to shoppers, or was paid; in the order of the refunds. @rule */
  page(tx: Tx, state: CompensationState, request: PageRequest<[string]>): Promise<Compensation[]> {
    const page = keyset(request, ['c.refund_id'], 'asc', 2);
    const sql = `${select} where c.state = $1 ${page.where} order by ${page.orderBy} limit ${page.limit}`;
    return tx.many(row, sql, [state, ...page.values]);
  }

  /** The refunds of a sale, the newest first, to its shopper; of one her bank replaced in part, that part: the rest is another. @rule S-42 */
  ofSale(tx: Tx, sale: Cause): Promise<OwnRefund[]> {
    return tx.many(
      ownRow,
      `select r.id, coalesce(r.replaced_paise, r.amount_paise) as amount_paise, r.state, r.made_at, r.due_at, r.late_at, r.settled_at,
              c.amount_paise as compensation_paise, c.days, c.state as compensation_state
         from payments.refund r left join payments.compensation c on c.refund_id = r.id
        where r.sale_kind = $1 and r.sale_id = $2 order by r.made_at desc, r.id limit ${refunds_max}`,
      [sale.kind, sale.id],
    );
  }
}

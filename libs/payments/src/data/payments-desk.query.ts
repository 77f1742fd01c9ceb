import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { cause } from '#platform/kernel';
import { paiseColumn } from '#platform/money';
import { PayoutClocks, type HeldPayouts } from './payout-clocks.repository.js';
import { payoutStates, refundStates, type RefundState } from '../domain/payment.states.js';

const payoutRow = z.object({
  id: z.uuid(),
  cause_kind: cause.shape.kind,
  cause_id: z.uuid(),
  seller_id: z.uuid(),
  amount_paise: paiseColumn,
  state: z.enum(payoutStates.names),
  utr: z.string().nullable(),
  failure: z.string().nullable(),
  tries: z.number(),
  made_at: z.date(),
  settled_at: z.date().nullable(),
  returned_at: z.date().nullable(),
});
/** A payout as the payments desk sees it. */
export type DeskPayout = z.infer<typeof payoutRow>;

const refundRow = z.object({
  id: z.uuid(),
  cause_kind: cause.shape.kind,
  cause_id: z.uuid(),
  amount_paise: paiseColumn,
  state: z.enum(refundStates.names as [RefundState]),
  failure: z.string().nullable(),
  tries: z.number(),
  reason: z.string(),
  made_at: z.date(),
  settled_at: z.date().nullable(),
});
/** A refund as the payments desk sees it. */
export type DeskRefund = z.infer<typeof refundRow>;

/** What waits for the payments desk, and what went through. */
@Injectable()
export class PaymentsDeskQuery {
  constructor(private readonly clocks: PayoutClocks) {}

  /** Makers whose payouts are held. @rule */
  held(tx: Tx, request: PageRequest<[string]>): Promise<HeldPayouts[]> {
    return this.clocks.held(tx, request);
  }

  /** Payouts in a state, oldest first. @rule SM-6 */
  payouts(tx: Tx, state: DeskPayout['state'], request: PageRequest): Promise<DeskPayout[]> {
    const page = keyset(request, ['id'], 'asc', 2);
    return tx.many(
      payoutRow,
      `select id, cause_kind, cause_id, seller_id, amount_paise, state, utr, failure, tries, made_at, settled_at, returned_at
         from payments.payout where state = $1 ${page.where} order by ${page.orderBy} limit ${page.limit}`,
      [state, ...page.values],
    );
  }

  /** Refunds in a state, oldest first. @rule SM-6 */
  refunds(tx: Tx, state: RefundState, request: PageRequest): Promise<DeskRefund[]> {
    const page = keyset(request, ['r.id'], 'asc', 2);
    return tx.many(
      refundRow,
      `select r.id, p.cause_kind, p.cause_id, r.amount_paise, r.state, r.failure, r.tries, r.reason, r.made_at, r.settled_at
         from payments.refund r join payments.payment p on p.id = r.payment_id
        where r.state = $1 ${page.where} order by ${page.orderBy} limit ${page.limit}`,
      [state, ...page.values],
    );
  }
}

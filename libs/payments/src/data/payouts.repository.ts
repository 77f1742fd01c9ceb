import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { HoldMoney, platformOwner } from '#ledger';
import type { Tx } from '#platform/database';
import { cause, namedId, type Cause } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';
import { fail } from '../domain/payment.errors.js';
import { SendPayoutJob } from '../domain/payment.events.js';
import { payoutStates } from '../domain/payment.states.js';
import { PayoutEntity } from './payment.entity.js';

const row = z
  .object({
    id: z.uuid(),
    key: z.uuid(),
    cause_kind: cause.shape.kind,
    cause_id: z.uuid(),
    seller_id: z.uuid(),
    amount_paise: paiseColumn,
    state: z.enum(['scheduled', 'sent', 'failed', 'paid']),
    checks: z.number(),
    returned_at: z.date().nullable(),
  })
  .transform(({ cause_kind, cause_id, ...rest }) => ({ ...rest, cause: { kind: cause_kind, id: cause_id } as Cause }));
export type Payout = z.infer<typeof row>;

const columns = `id, key, cause_kind, cause_id, seller_id, amount_paise, state, checks, returned_at`;

/** The movement with which a payout leaves: held while it is on its way, posted when it is there. */
export const movementOf = (payoutId: string): string => namedId('payout paid', payoutId);

@Injectable()
export class Payouts {
  constructor(private readonly holdMoney: HoldMoney) {}

  /**
   * A new payout, set on its way to the maker's bank once the transaction has committed; what it takes is held until it is
   * there, also while it failed and waits for the desk.
   * @rule S-2
   */
  async add(tx: Tx, payout: { id: string; cause: Cause; sellerId: string; amount_paise: Paise }): Promise<void> {
    await tx.insert(PayoutEntity, {
      id: payout.id,
      cause_kind: payout.cause.kind,
      cause_id: payout.cause.id,
      seller_id: payout.sellerId,
      amount_paise: payout.amount_paise.toString(),
      state: payoutStates.initial,
      key: payout.id,
      tries: 0,
      utr: null,
      failure: null,
      check_at: null,
      checks: 0,
      made_at: tx.now,
      settled_at: null,
      returned_at: null,
    });
    await this.holdMoney.place(tx, {
      id: movementOf(payout.id),
      debit: { code: 'seller_payable', owner: payout.sellerId },
      credit: { code: 'bank', owner: platformOwner },
      amount_paise: payout.amount_paise,
      why: 'payout',
      cause: payout.cause,
      expiresAt: null,
    });
    tx.enqueue(SendPayoutJob, { payoutId: payout.id, check: 0 });
  }

  /** The payout, its row held. @throws payout_unknown (404) */
  async lock(tx: Tx, id: string): Promise<Payout> {
    const found = await tx.maybe(row, `select ${columns} from payments.payout where id = $1 for update`, [id]);
    if (!found) throw fail('payout_unknown');
    return found;
  }

  /** The payout the bank knows under that key, its row held; null for one that is not ours, or an earlier try of it. */
  async lockByKey(tx: Tx, key: string): Promise<Payout | null> {
    const known = z.uuid().safeParse(key);
    if (!known.success) return null;
    return tx.maybe(row, `select ${columns} from payments.payout where key = $1 for update`, [known.data]);
  }
}

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { cause, causeText, type Cause } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';
import { HoldEntity } from '../data/hold.entity.js';
import { chart, type AccountCode } from '../domain/chart.js';
import { fail } from '../domain/ledger.errors.js';
import { HoldExpired } from '../domain/ledger.events.js';
import { assertTransfer, statementOrder, type Transfer } from '../domain/transfer.js';
import { PostTransfers } from './post-transfers.js';

/** A movement that may still not happen. `id` is the caller's key: the posted transfer has it, too. */
export interface HeldTransfer extends Transfer {
  /** From when it can only expire; null: until somebody ends it, because only he can know what became of it. */
  expiresAt: Date | null;
}

const codes = z.enum(Object.keys(chart) as [AccountCode]);
const row = z.object({
  id: z.uuid(),
  debit_code: codes,
  debit_owner: z.uuid(),
  credit_code: codes,
  credit_owner: z.uuid(),
  amount_paise: paiseColumn,
  why: z.enum(statementOrder),
  cause: z.string(),
  status: z.enum(['pending', 'posted', 'voided', 'expired']),
  expires_at: z.date().nullable(),
});
type Hold = z.infer<typeof row>;

const ids = z.object({ id: z.uuid() });

/** Two-phase movements: set aside first, moved or let go later, once. @rule S-2 */
@Injectable()
export class HoldMoney {
  constructor(private readonly postTransfers: PostTransfers) {}

  /** Sets money aside; balances do not change, what is available does. The same id again changes nothing. @rule S-2 */
  async place(tx: Tx, held: HeldTransfer): Promise<void> {
    assertTransfer(held);
    const known = await tx.run(`select 1 from ledger.hold where id = $1`, [held.id]);
    if (known > 0) return;
    await tx.insert(HoldEntity, {
      id: held.id,
      ...{ debit_code: held.debit.code, debit_owner: held.debit.owner },
      ...{ credit_code: held.credit.code, credit_owner: held.credit.owner },
      amount_paise: held.amount_paise.toString(),
      posted_paise: '0',
      ...{ why: held.why, cause: causeText(held.cause), status: 'pending', made_at: tx.now },
      ...{ expires_at: held.expiresAt, resolved_at: null },
    });
  }

  /**
   * Moves what is held, or a part of it; the rest returns.
   * @param amount_paise  > 0; all of it when not said
   * @throws hold_unknown (404), hold_resolved (409), hold_too_small (422)
   * @rule S-2
   */
  async post(tx: Tx, id: string, amount_paise?: Paise): Promise<void> {
    const hold = await this.lockPending(tx, id);
    assertInTime(hold, tx.now);
    const posted_paise = amount_paise ?? hold.amount_paise;
    if (posted_paise > hold.amount_paise) {
      const [asked_paise, held_paise] = [posted_paise.toString(), hold.amount_paise.toString()];
      throw fail('hold_too_small', { asked_paise, held_paise });
    }
    await this.end(tx, id, 'posted', posted_paise);
    await this.postTransfers.inside(tx, [{ ...transferOf(hold), amount_paise: posted_paise }]);
  }

  /** Lets it go: nothing moves. @throws hold_unknown (404), hold_resolved (409) @rule S-2 */
  async void(tx: Tx, id: string): Promise<void> {
    assertInTime(await this.lockPending(tx, id), tx.now);
    await this.end(tx, id, 'voided', 0n);
  }

  /**
   * Its time is over, by the database's clock; before that nothing happens. Told as `ledger.hold_expired`.
   * @throws hold_unknown (404), hold_resolved (409)
   * @rule S-2
   */
  async expire(tx: Tx, id: string): Promise<void> {
    const hold = await this.lockPending(tx, id);
    if (!isOver(hold, tx.now)) return;
    await this.end(tx, id, 'expired', 0n);
    const { cause: of, why, amount_paise } = transferOf(hold);
    tx.emit(HoldExpired, { holdId: id, cause: of, why, amount_paise: Number(amount_paise) });
  }

  /** Whether there is such a hold, ended or not. */
  async has(tx: Tx, id: string): Promise<boolean> {
    return (await tx.run(`select 1 from ledger.hold where id = $1`, [id])) > 0;
  }

  /** Holds whose time is over, for the clock. */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const sql = `select id from ledger.hold where status = 'pending' and expires_at <= $1 order by expires_at limit $2`;
    return (await tx.many(ids, sql, [tx.now, limit])).map((hold) => hold.id);
  }

  private async lockPending(tx: Tx, id: string): Promise<Hold> {
    const sql = `select id, debit_code, debit_owner, credit_code, credit_owner, amount_paise, why, cause, status, expires_at
                   from ledger.hold where id = $1`;
    // Who finds another ending it does not wait for him: one ends it, the others are told at once.
    const hold = await tx.maybe(row, `${sql} for update skip locked`, [id]);
    if (!hold) {
      const taken = await tx.maybe(row, sql, [id]);
      throw taken ? fail('hold_resolved', { status: 'being ended' }) : fail('hold_unknown');
    }
    if (hold.status !== 'pending') throw fail('hold_resolved', { status: hold.status });
    return hold;
  }

  private async end(tx: Tx, id: string, status: Hold['status'], posted_paise: Paise): Promise<void> {
    const sql = `update ledger.hold set status = $2, posted_paise = $3, resolved_at = $4 where id = $1`;
    await tx.run(sql, [id, status, posted_paise.toString(), tx.now]);
  }
}

function assertInTime(hold: Hold, now: Date): void {
  if (isOver(hold, now)) throw fail('hold_resolved', { status: 'expired' });
}

const isOver = (hold: Hold, now: Date): boolean => hold.expires_at !== null && hold.expires_at <= now;

function transferOf(hold: Hold): Transfer {
  const [kind, id] = hold.cause.split(':');
  const of: Cause = cause.parse({ kind, id });
  return {
    ...{ id: hold.id, amount_paise: hold.amount_paise, why: hold.why, cause: of },
    debit: { code: hold.debit_code, owner: hold.debit_owner },
    credit: { code: hold.credit_code, owner: hold.credit_owner },
  };
}

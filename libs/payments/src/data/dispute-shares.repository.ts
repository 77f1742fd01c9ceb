import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';
import { DisputeShareEntity } from './dispute-share.entity.js';

const row = z.object({
  provider: z.string(),
  dispute_id: z.string(),
  cause_kind: z.string(),
  cause_id: z.uuid(),
  left_paise: paiseColumn,
});

/** Names a dispute: the provider and its number there. */
export interface DisputeName {
  provider: string;
  providerId: string;
}

/** What sales bear of payments a shopper's bank took back. @rule S-9 */
@Injectable()
export class DisputeShares {
  async add(
    tx: Tx,
    of: DisputeName,
    share: { cause: Cause; sellerId: string | null; amount_paise: Paise },
  ): Promise<void> {
    await tx.insert(DisputeShareEntity, {
      provider: of.provider,
      dispute_id: of.providerId,
      cause_kind: share.cause.kind,
      cause_id: share.cause.id,
      seller_id: share.sellerId,
      amount_paise: share.amount_paise.toString(),
      counted_paise: '0',
    });
  }

  /** What a cause bears and nothing has been counted against yet, paise. */
  async leftOf(tx: Tx, cause: Cause): Promise<Paise> {
    const rows = await this.open(tx, cause);
    return rows.reduce((sum, share) => sum + share.left_paise, 0n);
  }

  /**
   * Money of a cause is about to leave, to the shopper or to its maker: what her bank took of it already is counted, and does
   * not leave a second time.
   * @returns the part of `amount_paise` that she has already
   */
  async count(tx: Tx, cause: Cause, amount_paise: Paise): Promise<Paise> {
    let counted = 0n;
    for (const share of await this.open(tx, cause)) {
      const rest = amount_paise - counted;
      const part = share.left_paise < rest ? share.left_paise : rest;
      if (part === 0n) break;
      await tx.run(
        `update payments.dispute_share set counted_paise = counted_paise + $5
          where provider = $1 and dispute_id = $2 and cause_kind = $3 and cause_id = $4`,
        [share.provider, share.dispute_id, share.cause_kind, share.cause_id, part.toString()],
      );
      counted += part;
    }
    return counted;
  }

  private open(tx: Tx, { kind, id }: Cause) {
    return tx.many(
      row,
      `select provider, dispute_id, cause_kind, cause_id, amount_paise - counted_paise as left_paise
         from payments.dispute_share where cause_kind = $1 and cause_id = $2 and counted_paise < amount_paise
        order by provider, dispute_id for update`,
      [kind, id],
    );
  }
}

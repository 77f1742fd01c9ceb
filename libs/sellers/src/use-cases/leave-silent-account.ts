import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { hoursAfter } from '#platform/time';
import { Papers } from '../data/evidence.repository.js';
import { Sellers } from '../data/sellers.repository.js';

/** The job has asked the bank all its times by then: nobody else would look at the account any more. */
const silent_hours = 2;

@Injectable()
export class LeaveSilentAccount {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly papers: Papers,
  ) {}

  /** Verified sellers about whose changed account the bank has said nothing, the longest waiting first, for the sweep. */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select s.id from sellers.seller s join sellers.evidence e on e.seller_id = s.id
        where s.payout_rests_until is not null and s.verified_at is not null and s.state not in ('closed', 'debarred')
          and e.kind = 'bank_account' and e.finding = 'unchecked' and e.replaced_at is null and e.given_at <= $1
        order by e.given_at limit $2`,
      [hoursAfter(tx.now, -silent_hours), limit],
    );
    return rows.map((row) => row.id);
  }

  /**
   * A bank that never answers does not stop a shop's payouts for good: the officer of its desk looks instead. Looked at
   * again under its lock: an answer, or another account, may have been faster.
   * @rule S-9
   */
  run(sellerId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const seller = await this.sellers.lock(tx, sellerId);
      const paper = (await this.papers.current(tx, sellerId)).find(({ kind }) => kind === 'bank_account');
      if (seller.verified_at === null || paper?.finding !== 'unchecked') return;
      if (paper.given_at > hoursAfter(tx.now, -silent_hours)) return;
      await this.papers.note(tx, sellerId, [
        { kind: 'bank_account', finding: 'manual', note: 'The bank did not answer.' },
      ]);
      tx.audit({
        action: 'sellers.payout_account_unanswered',
        object: { kind: 'seller', id: sellerId },
        after: { finding: 'manual' },
      });
    });
  }
}

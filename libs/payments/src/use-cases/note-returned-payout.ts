import { Injectable } from '@nestjs/common';
import { platformOwner, PostTransfers } from '#ledger';
import { UnitOfWork } from '#platform/database';
import { assert, namedId } from '#platform/kernel';
import { PayoutClocks } from '../data/payout-clocks.repository.js';
import { Payouts } from '../data/payouts.repository.js';
import { PayoutReturned } from '../domain/payment.events.js';
import type { ProviderPayout } from '../ports/payout-provider.js';

@Injectable()
export class NoteReturnedPayout {
  constructor(
    private readonly work: UnitOfWork,
    private readonly payouts: Payouts,
    private readonly clocks: PayoutClocks,
    private readonly postTransfers: PostTransfers,
  ) {}

  /**
   * A maker's bank sent a paid payout back (`returned`), or ours called it back: the money is owed to her again. Her payouts
   * are held until the desk has looked, as the next one would come back, too. Twice is once.
   * @rule S-8
   */
  follow(theirs: Pick<ProviderPayout, 'payoutId' | 'status' | 'amount_paise' | 'failure'>): Promise<void> {
    if (theirs.status !== 'returned' && theirs.status !== 'reversed') return Promise.resolve();
    return this.work.run(async (tx) => {
      const payout = await this.payouts.lockByKey(tx, theirs.payoutId);
      if (payout === null || payout.state !== 'paid' || payout.returned_at !== null) return;
      assert(theirs.amount_paise === payout.amount_paise, 'the bank returns exactly what was paid');
      const why = theirs.failure ?? theirs.status;
      await tx.run(`update payments.payout set returned_at = $2, failure = $3 where id = $1`, [payout.id, tx.now, why]);
      await this.postTransfers.inside(tx, [
        {
          id: namedId('payout returned', payout.id),
          debit: { code: 'bank', owner: platformOwner },
          credit: { code: 'seller_payable', owner: payout.seller_id },
          amount_paise: payout.amount_paise,
          why: 'payout_returned',
          cause: payout.cause,
        },
      ]);
      const clock = await this.clocks.lock(tx, payout.seller_id);
      const held = clock.held_at === null ? { held_at: tx.now, held_reason: `payout returned: ${why}` } : {};
      await this.clocks.note(tx, { ...clock, ...held, due_at: tx.now });
      tx.audit({ action: 'payments.payout_returned', object: { kind: 'payout', id: payout.id }, after: { why } });
      const amount_paise = Number(payout.amount_paise);
      tx.emit(PayoutReturned, { payoutId: payout.id, sellerId: payout.seller_id, amount_paise });
    });
  }
}

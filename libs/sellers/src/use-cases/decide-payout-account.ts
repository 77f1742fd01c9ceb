import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { assertFreshSecondFactor } from '#platform/kernel';
import { Papers } from '../data/evidence.repository.js';
import { Sellers } from '../data/sellers.repository.js';
import { fail } from '../domain/shop.errors.js';
import { PayoutAccountConfirmed, PayoutAccountRefused } from '../domain/shop.events.js';

@Injectable()
export class DecidePayoutAccount {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly papers: Papers,
  ) {}

  /**
   * The bank writes the name of a changed account a little differently, or gave none: the officer of the seller's desk
   * compares it and says whether payouts go there. Nothing is paid before.
   * @param paperId  the account she looked at: one given meanwhile is not decided on
   * @throws seller_unknown (404), payout_account_not_waiting (409), own_application, second_factor_needed (403)
   * @rule S-9 S-28
   */
  run(sellerId: string, paperId: string, isAccepted: boolean, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      const seller = await this.sellers.lockOnDesk(tx, sellerId);
      await this.sellers.assertNotOwn(tx, seller);
      assertFreshSecondFactor(tx.actor, new Date());
      const paper = (await this.papers.current(tx, sellerId)).find(({ id }) => id === paperId);
      if (seller.verified_at === null || paper?.kind !== 'bank_account' || paper.finding !== 'manual')
        throw fail('payout_account_not_waiting');
      if (isAccepted) await this.papers.confirm(tx, sellerId, ['bank_account']);
      else await this.papers.note(tx, sellerId, [{ kind: 'bank_account', finding: 'failed', note: reason }]);
      tx.audit({
        action: isAccepted ? 'sellers.payout_account_confirmed' : 'sellers.payout_account_refused',
        object: { kind: 'seller', id: sellerId },
        reason,
      });
      tx.emit(isAccepted ? PayoutAccountConfirmed : PayoutAccountRefused, { sellerId });
    });
  }
}

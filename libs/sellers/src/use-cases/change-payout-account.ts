import { Injectable } from '@nestjs/common';
import { OwnCode } from '#identity';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, assertFreshSecondFactor } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { Papers } from '../data/evidence.repository.js';
import { Sellers } from '../data/sellers.repository.js';
import { readEvidence, readPayoutAccount, type PayoutAccountInput } from '../domain/read-evidence.js';
import { CheckPayoutAccountJob, PayoutAccountChanged } from '../domain/seller.events.js';
import { fail } from '../domain/seller.errors.js';
import { assertOwners } from '../domain/payout.rules.js';
import { openToEvidence } from '../domain/seller.states.js';

@Injectable()
export class ChangePayoutAccount {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly papers: Papers,
    private readonly policy: PolicyQuery,
    private readonly ownCode: OwnCode,
  ) {}

  /**
   * Another bank account for the shop the caller acts for. The owner shows a fresh factor, her delegate the maker's own
   * code for this very account. Payouts rest for 48 hours, the owners are told where they are reached now, and the bank
   * is asked again. The same account once more changes nothing.
   * @throws seller_unknown (404), evidence_malformed (422), second_factor_needed, own_code_needed (403), evidence_closed
   *   (409) while an application is looked at
   * @rule S-9 S-35
   */
  run(given: Omit<PayoutAccountInput, 'kind'>): Promise<void> {
    return this.work.run(async (tx) => {
      const sellerId = tx.actor.organisationId;
      if (sellerId === null) throw fail('seller_unknown');
      const seller = await this.sellers.lockOfShop(tx, sellerId);
      assertOwners(tx.actor.roles);
      if (seller.verified_at === null || openToEvidence(seller.state))
        throw fail('evidence_closed', { state: seller.state });
      const account = readPayoutAccount({ kind: 'bank_account', ...given });
      const wanted = this.papers.accountId(sellerId, account);
      if (tx.actor.delegateId === null) assertFreshSecondFactor(tx.actor, new Date());
      else await this.ownCode.require(tx, 'payout_account', wanted);
      if ((await this.present(tx, sellerId)) !== wanted) await this.replace(tx, sellerId, account);
    });
  }

  private async present(tx: Tx, sellerId: string): Promise<string | null> {
    const paper = (await this.papers.current(tx, sellerId)).find(({ kind }) => kind === 'bank_account');
    return paper?.value.kind === 'bank_account' ? this.papers.accountId(sellerId, paper.value) : null;
  }

  private async replace(tx: Tx, sellerId: string, account: PayoutAccountInput): Promise<void> {
    const restsUntil = this.policy.deadline('payout.account_change_hours', tx.now);
    assert(restsUntil > tx.now, 'payouts rest for a while');
    // An account has no day of expiry: that of a declaration is not looked at.
    const paperId = await this.papers.replace(tx, sellerId, readEvidence(account, tx.now, ''));
    await this.sellers.restPayouts(tx, sellerId, restsUntil);
    tx.audit({ action: 'sellers.payout_account_changed', object: { kind: 'seller', id: sellerId } });
    tx.enqueue(CheckPayoutAccountJob, { sellerId, paperId });
    tx.emit(PayoutAccountChanged, { sellerId, restsUntil: restsUntil.toISOString() });
  }
}

import { Injectable } from '@nestjs/common';
import { OwnCode, type AskedCode } from '#identity';
import { UnitOfWork, type Tx } from '#platform/database';
import { Papers } from '../data/evidence.repository.js';
import { Sellers } from '../data/sellers.repository.js';
import { fail } from '../domain/seller.errors.js';
import { readPayoutAccount, type PayoutAccountInput } from '../domain/read-evidence.js';

@Injectable()
export class AskPayoutCode {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly papers: Papers,
    private readonly ownCode: OwnCode,
  ) {}

  /**
   * In assisted mode: sends the maker a code that names the end of the account her money would go to. Her delegate hands
   * in that account, and no other, once the code was given.
   * @throws seller_unknown, delegation_not_found (404), too_many_codes (429), evidence_malformed (422)
   * @rule S-35
   */
  run(sellerId: string, given: PayoutAccountInput): Promise<AskedCode & { consentId: string }> {
    return this.work.run((tx) => this.ask(tx, sellerId, given));
  }

  /** The same for the shop the caller acts for. */
  ownShop(given: PayoutAccountInput): Promise<AskedCode & { consentId: string }> {
    return this.work.run((tx) => {
      if (tx.actor.organisationId === null) throw fail('seller_unknown');
      return this.ask(tx, tx.actor.organisationId, given);
    });
  }

  private async ask(tx: Tx, sellerId: string, given: PayoutAccountInput): Promise<AskedCode & { consentId: string }> {
    await this.sellers.findOwn(tx, sellerId);
    const account = readPayoutAccount(given);
    return this.ownCode.ask(tx, {
      act: 'payout_account',
      objectId: this.papers.accountId(sellerId, account),
      says: { ending: account.account.slice(-4) },
    });
  }
}

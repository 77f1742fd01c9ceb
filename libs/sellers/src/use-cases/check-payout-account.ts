import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { PolicyQuery } from '#policy';
import { Papers, type Paper } from '../data/evidence.repository.js';
import { Sellers } from '../data/sellers.repository.js';
import { judgePayoutAccount } from '../domain/auto-checks.js';
import type { EvidenceOf } from '../domain/evidence.js';
import { PennyDrop } from '../ports/penny-drop.js';

@Injectable()
export class CheckPayoutAccount {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly papers: Papers,
    private readonly policy: PolicyQuery,
    private readonly bank: PennyDrop,
  ) {}

  /**
   * Asks the bank about a changed account, with no transaction open, and notes what it said. An answer about an account
   * that was changed again meanwhile changes nothing.
   * @throws RegisterUnreachable, so that the queue tries again; until then payouts rest
   * @rule S-9
   */
  async run({ sellerId, paperId }: { sellerId: string; paperId: string }): Promise<void> {
    const paper = await this.work.run((tx) => this.unchecked(tx, sellerId, paperId));
    if (paper === null) return;
    const { account, ifsc, holder } = paper;
    const answer = await this.bank.verify(paperId, { number: account, ifsc, holder });
    await this.work.run(async (tx) => {
      const seller = await this.sellers.lock(tx, sellerId);
      if ((await this.unchecked(tx, sellerId, paperId)) === null) return;
      const pan = (await this.papers.current(tx, sellerId)).find(({ kind }) => kind === 'pan')?.value;
      const found = judgePayoutAccount(paper, seller, pan?.kind === 'pan' ? pan : null, answer, {
        pass_bp: this.policy.at('seller.name_match_pass_bp', tx.now),
        review_bp: this.policy.at('seller.name_match_review_bp', tx.now),
      });
      await this.papers.note(tx, sellerId, [found]);
      tx.audit({
        action: 'sellers.payout_account_checked',
        object: { kind: 'seller', id: sellerId },
        after: { finding: found.finding },
      });
    });
  }

  private async unchecked(tx: Tx, sellerId: string, paperId: string): Promise<EvidenceOf<'bank_account'> | null> {
    const isMeant = (paper: Paper) => paper.id === paperId && paper.finding === 'unchecked';
    const value = (await this.papers.current(tx, sellerId)).find(isMeant)?.value;
    return value?.kind === 'bank_account' ? value : null;
  }
}

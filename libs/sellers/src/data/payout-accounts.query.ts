import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { Papers } from './evidence.repository.js';

/** Where a seller wants her money, opened for the payout job only. */
export interface PayoutAccount {
  holder: string;
  accountNumber: string;
  ifsc: string;
}

@Injectable()
export class PayoutAccountsQuery {
  constructor(private readonly papers: Papers) {}

  /** The verified account of a seller, or null when there is none. */
  async of(tx: Tx, sellerId: string): Promise<PayoutAccount | null> {
    const papers = await this.papers.current(tx, sellerId);
    const paper = papers.find((one) => one.kind === 'bank_account');
    if (paper?.value.kind !== 'bank_account') return null;
    if (paper.finding !== 'passed' && paper.finding !== 'confirmed') return null;
    return { holder: paper.value.holder, accountNumber: paper.value.account, ifsc: paper.value.ifsc };
  }
}

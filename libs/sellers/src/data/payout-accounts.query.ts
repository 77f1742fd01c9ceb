import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { hoursAfter } from '#platform/time';
import { fail } from '../domain/seller.errors.js';
import { Papers, type Paper } from './evidence.repository.js';
import { Sellers } from './sellers.repository.js';

/** Where a seller wants her money, opened for the payout job only. */
export interface PayoutAccount {
  holder: string;
  accountNumber: string;
  ifsc: string;
}

/** The same as its owner sees it: never the whole number. */
export interface OwnPayoutAccount {
  paper: Pick<Paper, 'hint' | 'finding' | 'note' | 'given_at'>;
  /** Until when payouts rest after a change; null when they go out. */
  rests_until: Date | null;
}

const restRow = z.object({ payout_rests_until: z.date().nullable(), is_selling: z.boolean() });

/** While a changed account is not found good, a payout looks again after so long. */
const unanswered_hours = 1;

const holds = ({ finding }: Paper): boolean => finding === 'passed' || finding === 'confirmed';

@Injectable()
export class PayoutAccountsQuery {
  constructor(
    private readonly papers: Papers,
    private readonly sellers: Sellers,
  ) {}

  /** The verified account of a seller, or null when there is none. */
  async of(tx: Tx, sellerId: string): Promise<PayoutAccount | null> {
    const paper = await this.paper(tx, sellerId);
    if (paper?.value.kind !== 'bank_account') return null;
    if (!holds(paper)) return null;
    return { holder: paper.value.holder, accountNumber: paper.value.account, ifsc: paper.value.ifsc };
  }

  /**
   * Until when nothing is paid to a seller because her account was changed: for 48 hours, and as long as her bank has not
   * answered about it, an officer has not compared the name, or it stands refused: what is due waits for a good one.
   * Null when payouts go out.
   * @rule S-9
   */
  async restsUntil(tx: Tx, sellerId: string): Promise<Date | null> {
    const row = await tx.maybe(
      restRow,
      `select payout_rests_until, verified_at is not null as is_selling from sellers.seller where id = $1`,
      [sellerId],
    );
    if (!row?.is_selling || row.payout_rests_until === null) return null;
    if (row.payout_rests_until > tx.now) return row.payout_rests_until;
    const paper = await this.paper(tx, sellerId);
    return paper === undefined || holds(paper) ? null : hoursAfter(tx.now, unanswered_hours);
  }

  /** The account of the shop the caller acts for. @throws seller_unknown (404) @rule S-42 S-63 */
  async own(tx: Tx): Promise<OwnPayoutAccount> {
    const sellerId = tx.actor.organisationId;
    if (sellerId === null) throw fail('seller_unknown');
    await this.sellers.findOfShop(tx, sellerId);
    const paper = await this.paper(tx, sellerId);
    if (!paper) throw fail('seller_unknown');
    return { paper, rests_until: await this.restsUntil(tx, sellerId) };
  }

  private async paper(tx: Tx, sellerId: string): Promise<Paper | undefined> {
    return (await this.papers.current(tx, sellerId)).find(({ kind }) => kind === 'bank_account');
  }
}

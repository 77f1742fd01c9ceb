import { Injectable } from '@nestjs/common';
import { PostTransfers, type Account, type Transfer } from '#ledger';
import type { Tx } from '#platform/database';
import { namedId } from '#platform/kernel';
import type { Paise } from '#platform/money';
import type { Bill } from './data/bills.repository.js';
import type { Contract } from './data/contracts.repository.js';
import type { Demand } from './data/demands.repository.js';

type Step = Pick<Transfer, 'id' | 'amount_paise' | 'why' | 'cause'>;

/**
 * An office's money on its way, in the books: granted = blocked for demands + committed by contracts + spent. The money
 * itself stays with the payer's rail; these transfers say what the office has promised of it, so that none is promised twice.
 * @rule S-1
 */
@Injectable()
export class FundsAccount {
  constructor(private readonly postTransfers: PostTransfers) {}

  /** The rail has set the estimate aside. */
  block(tx: Tx, demand: Demand): Promise<void> {
    return this.post(tx, demand.office_id, 'funds_granted', 'funds_blocked', {
      id: namedId('funds blocked', demand.id, String(demand.funds_attempt)),
      amount_paise: demand.estimate_paise,
      why: 'funds_blocked',
      cause: { kind: 'demand', id: demand.id },
    });
  }

  /** A contract binds its total. */
  commit(tx: Tx, contract: Contract): Promise<void> {
    return this.post(tx, contract.office_id, 'funds_blocked', 'funds_committed', {
      id: namedId('funds committed', contract.id),
      amount_paise: contract.total_paise,
      why: 'funds_committed',
      cause: { kind: 'contract', id: contract.id },
    });
  }

  /** What a contract binds no more: it ended without goods, or not all of them were accepted. Once for each contract. */
  async free(tx: Tx, contract: Contract, amount_paise: Paise): Promise<void> {
    if (amount_paise === 0n) return;
    await this.post(tx, contract.office_id, 'funds_committed', 'funds_blocked', {
      id: namedId('funds freed', contract.id),
      amount_paise,
      why: 'funds_freed',
      cause: { kind: 'contract', id: contract.id },
    });
  }

  /** The rail has paid a bill out of the block: its gross, what it kept for delay included. */
  spend(tx: Tx, bill: Bill): Promise<void> {
    return this.post(tx, bill.office_id, 'funds_committed', 'funds_spent', {
      id: namedId('funds spent', bill.id),
      amount_paise: bill.gross_paise,
      why: 'funds_spent',
      cause: { kind: 'bill', id: bill.id },
    });
  }

  private post(tx: Tx, owner: string, from: Account['code'], to: Account['code'], step: Step): Promise<void> {
    return this.postTransfers.inside(tx, [{ ...step, debit: { code: to, owner }, credit: { code: from, owner } }]);
  }
}

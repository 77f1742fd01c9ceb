import { Injectable } from '@nestjs/common';
import { platformOwner, PostTransfers } from '#ledger';
import { UnitOfWork, type Tx } from '#platform/database';
import { namedId, type Cause } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { Cash, type Remittance } from '../data/cash.repository.js';
import { Payments } from '../data/payments.repository.js';
import { CashRemitted } from '../domain/payment.events.js';
import { EndCash } from './end-cash.js';

/** Cash a courier says it has brought to our bank. */
export interface BroughtCash {
  courier: string;
  /** The courier's number of this line: unique, and its key. */
  id: string;
  /** The courier's number of the parcel. */
  parcel: string;
  /** What the parcel was for; null: of no parcel of ours. */
  cause: Cause | null;
  amount_paise: Paise;
  utr: string;
  /** By the courier's clock. */
  at: Date;
}

@Injectable()
export class TakeRemittances {
  constructor(
    private readonly work: UnitOfWork,
    private readonly payments: Payments,
    private readonly cash: Cash,
    private readonly endCash: EndCash,
    private readonly postTransfers: PostTransfers,
  ) {}

  /**
   * Takes what a courier says it has brought, each line once however often it is listed. What was owed is posted; what
   * nobody owed stays unmatched, for reconciliation to tell.
   * @rule S-8
   */
  async run(brought: readonly BroughtCash[]): Promise<void> {
    for (const one of brought) await this.work.run((tx) => this.take(tx, one));
  }

  /** When the last one was sent that we know of; null: none was. */
  last(courier: string): Promise<Date | null> {
    return this.work.run((tx) => this.cash.lastRemitted(tx, courier));
  }

  private async take(tx: Tx, one: BroughtCash): Promise<void> {
    const cash = one.cause === null ? null : await this.cash.of(tx, one.cause);
    const isNews = await this.cash.addRemittance(tx, { ...one, cashId: cash?.id ?? null });
    if (isNews && cash !== null) await this.match(tx, cash.id);
  }

  /** Counts what was brought for it against what is owed, the oldest first. */
  async match(tx: Tx, cashId: string): Promise<void> {
    const found = await this.cash.byId(tx, cashId);
    const payment = await this.payments.lock(tx, found!.payment_id);
    const owed = (await this.cash.byId(tx, cashId))!;
    if (owed.status !== 'collected') return;
    let remitted_paise = owed.remitted_paise;
    for (const remittance of await this.cash.unmatchedOf(tx, cashId)) {
      const left_paise = remittance.amount_paise - remittance.matched_paise;
      const due_paise = owed.collected_paise - remitted_paise;
      const paise = left_paise < due_paise ? left_paise : due_paise;
      if (paise === 0n) break;
      remitted_paise += paise;
      await this.cash.match(tx, remittance, remittance.matched_paise + paise);
      await this.post(tx, payment.cause, remittance, paise);
    }
    if (remitted_paise === owed.remitted_paise) return;
    const isAll = remitted_paise === owed.collected_paise;
    await this.cash.note(tx, { ...owed, remitted_paise, status: isAll ? 'remitted' : 'collected' });
    if (!isAll) return;
    await this.endCash.inside(tx, payment.id);
    tx.emit(CashRemitted, { paymentId: payment.id, cause: owed.cause, amount_paise: Number(remitted_paise) });
  }

  /** It is at our bank, and no longer with the courier. */
  private async post(tx: Tx, of: Cause, remittance: Remittance, amount_paise: Paise): Promise<void> {
    await this.postTransfers.inside(tx, [
      {
        id: namedId('cash remitted', remittance.courier, remittance.provider_id, String(remittance.matched_paise)),
        debit: { code: 'bank', owner: platformOwner },
        credit: { code: 'cash_receivable', owner: platformOwner },
        amount_paise,
        why: 'cash_remitted',
        cause: of,
      },
    ]);
  }
}

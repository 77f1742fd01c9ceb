import { Injectable } from '@nestjs/common';
import { platformOwner, PostTransfers } from '#ledger';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, namedId, type Cause } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { Cash } from '../data/cash.repository.js';
import { Payments } from '../data/payments.repository.js';
import { EndCash } from './end-cash.js';
import { TakeRemittances } from './take-remittances.js';

@Injectable()
export class CollectCash {
  constructor(
    private readonly work: UnitOfWork,
    private readonly payments: Payments,
    private readonly cash: Cash,
    private readonly endCash: EndCash,
    private readonly takeRemittances: TakeRemittances,
    private readonly postTransfers: PostTransfers,
  ) {}

  /**
   * A parcel that is paid at the door arrived: its shopper has paid, and its courier owes us that. What was paid before is
   * left alone; told twice, it is collected once.
   * @param amount_paise  what was due when it arrived, by the order; ≥ 0
   * @rule SM-6 S-9
   */
  run(of: Cause, amount_paise: Paise): Promise<void> {
    return this.work.run((tx) => this.inside(tx, of, amount_paise));
  }

  private async inside(tx: Tx, of: Cause, amount_paise: Paise): Promise<void> {
    const found = await this.cash.of(tx, of);
    if (found === null) return;
    const payment = await this.payments.lock(tx, found.payment_id);
    const cash = (await this.cash.of(tx, of))!;
    if (cash.status !== 'due') return;
    assert(amount_paise <= cash.amount_paise, 'no more is collected than was ordered');
    const status = amount_paise === 0n ? 'waived' : 'collected';
    await this.cash.note(tx, { ...cash, collected_paise: amount_paise, status });
    if (amount_paise > 0n) {
      await this.payments.collect(tx, payment, amount_paise);
      await this.postTransfers.inside(tx, [
        {
          id: namedId('cash collected', cash.id),
          debit: { code: 'cash_receivable', owner: platformOwner },
          credit: { code: 'buyer_escrow', owner: payment.cause.id },
          amount_paise,
          why: 'payment_captured',
          cause: payment.cause,
        },
      ]);
    }
    await this.endCash.inside(tx, payment.id);
    // The courier may have brought it before its own news of the delivery was read.
    await this.takeRemittances.match(tx, cash.id);
  }
}

import { newId, type Cause } from '#platform/kernel';
import { ownDatabase, frozenClock } from '#platform/testing';
import { PayeesQuery, type PayeeFacts } from '#sellers';
import { ClawBack, SettleEarning } from '../../src/index.js';
import { Money } from './money.js';

export const firm: PayeeFacts = { class: 'micro_small', gstStatus: 'registered', stateCode: 'IN-BR', payee: 'other' };
export const artisan: PayeeFacts = { ...firm, class: 'artisan', gstStatus: 'exempt', payee: 'individual' };

/** Makers whose sales are credited and come back, in a database of its own: for tests that count everything that was kept. */
export class Sales {
  readonly money = new Money();
  private readonly facts = new Map<string, PayeeFacts>();

  async open(): Promise<void> {
    await ownDatabase();
    await this.money.open();
    this.money.app.get(PayeesQuery).of = async (_tx, sellerId) => this.facts.get(sellerId) ?? artisan;
  }

  async close(): Promise<void> {
    await frozenClock.thaw();
    await this.money.close();
  }

  maker(its: PayeeFacts): string {
    const sellerId = newId();
    this.facts.set(sellerId, its);
    return sellerId;
  }

  /** One line at five per cent, paid and credited. @returns of which order */
  async sells(sellerId: string, amount_paise: bigint, toState = 'IN-BR'): Promise<Cause> {
    const paid = await this.money.captured(amount_paise);
    const cause = { kind: 'order' as const, id: newId() };
    const sale = {
      ...{ cause, paidFor: paid.cause, sellerId, toState },
      ...{ paid_paise: amount_paise, coupon_paise: 0n, freight_paise: 0n },
      lines: [{ taxable_paise: amount_paise, rate_bp: 500 }],
    };
    await this.money.tx((tx) => this.money.app.get(SettleEarning).inside(tx, sale));
    return cause;
  }

  /** Goods of it come back after they were credited. */
  async comesBack(cause: Cause, paid_paise: bigint): Promise<void> {
    const undone = { id: newId(), cause, paid_paise, coupon_paise: 0n, cameBack: true };
    await this.money.tx((tx) => this.money.app.get(ClawBack).inside(tx, undone));
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { assert, type Cause } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { Cash } from '../data/cash.repository.js';
import { Payments } from '../data/payments.repository.js';
import { EndCash } from './end-cash.js';

@Injectable()
export class WaiveCash {
  constructor(
    private readonly payments: Payments,
    private readonly cash: Cash,
    private readonly endCash: EndCash,
  ) {}

  /**
   * Some pieces of an order that is paid at the door never got there, or nothing of it did: so much less is collected, and
   * nothing goes back. The same change again changes nothing.
   * @param changeId  the caller's key, one per change
   * @returns false when the order was paid before: its money is to go back
   * @rule SM-6 S-9
   */
  async inside(tx: Tx, of: Cause, changeId: string, amount_paise: Paise): Promise<boolean> {
    const found = await this.cash.of(tx, of);
    if (found === null) return false;
    await this.payments.lock(tx, found.payment_id);
    const cash = (await this.cash.of(tx, of))!;
    if (!(await this.cash.addWaiver(tx, cash.id, changeId, amount_paise))) return true;
    const waived_paise = cash.waived_paise + amount_paise;
    assert(waived_paise + cash.collected_paise <= cash.amount_paise, 'what is collected at a door does not fall away');
    const isOver = cash.status === 'due' && waived_paise === cash.amount_paise;
    await this.cash.note(tx, { ...cash, waived_paise, status: isOver ? 'waived' : cash.status });
    await this.endCash.inside(tx, cash.payment_id);
    return true;
  }
}

import { Injectable } from '@nestjs/common';
import { BalanceQuery, platformOwner, PostTransfers } from '#ledger';
import { UnitOfWork, type Tx } from '#platform/database';
import { assertFreshSecondFactor, namedId } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { CourierBillEntity } from '../data/courier-bill.entity.js';
import { CourierBills } from '../data/courier-bills.repository.js';
import { fail } from '../domain/payment.errors.js';

const payable = { code: 'courier_payable', owner: platformOwner } as const;

export interface PaidBill {
  id: string;
  /** What the courier is owed after it. */
  owed_paise: Paise;
}

@Injectable()
export class PayCourierBill {
  constructor(
    private readonly work: UnitOfWork,
    private readonly bills: CourierBills,
    private readonly balances: BalanceQuery,
    private readonly postTransfers: PostTransfers,
  ) {}

  /** What couriers are owed for parcels that left or came back, less what was paid. */
  owed(tx: Tx): Promise<Paise> {
    return this.balances.of(tx, payable);
  }

  /**
   * Writes down that a courier's bill was paid from the bank. No more is paid than parcels are owed for: what the bill has
   * beyond that is the courier's to explain first.
   * @param number  the courier's own; each is paid once
   * @param amount_paise  > 0
   * @throws courier_bill_paid (409), courier_bill_too_high (422), second_factor_needed (403)
   * @rule S-1
   */
  run(number: string, amount_paise: Paise, reason: string): Promise<PaidBill> {
    return this.work.run(async (tx) => {
      assertFreshSecondFactor(tx.actor, new Date());
      await this.bills.waitForOthers(tx);
      if (await this.bills.has(tx, number)) throw fail('courier_bill_paid', { number });
      const owed_paise = await this.owed(tx);
      if (amount_paise > owed_paise) throw fail('courier_bill_too_high', { owed_paise: owed_paise.toString() });
      const id = namedId('courier bill', number);
      await tx.insert(CourierBillEntity, {
        ...{ id, number, amount_paise: amount_paise.toString(), reason },
        ...{ paid_by: tx.actor.personId, paid_at: tx.now },
      });
      const bank = { code: 'bank', owner: platformOwner } as const;
      const cause = { kind: 'courier_bill', id } as const;
      await this.postTransfers.inside(tx, [
        { id, debit: payable, credit: bank, amount_paise, why: 'carriage_paid', cause },
      ]);
      tx.audit({
        action: 'payments.courier_bill_paid',
        object: { kind: 'courier_bill', id },
        after: { number },
        reason,
      });
      return { id, owed_paise: owed_paise - amount_paise };
    });
  }
}

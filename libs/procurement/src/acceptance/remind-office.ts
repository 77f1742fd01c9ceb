import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { PolicyQuery } from '#policy';
import { Acceptances, type Acceptance } from '../data/acceptances.repository.js';
import { Contracts, partiesOf, type Contract } from '../data/contracts.repository.js';
import { amountDue } from '../bill/amount-due.js';
import { OfficeReminded, PaymentOverdue } from '../procurement.events.js';
import { reminderOn } from './reminders.js';

interface Wait {
  what: 'acceptance' | 'payment';
  since: Date;
  due_at: Date;
}

@Injectable()
export class RemindOffice {
  constructor(
    private readonly work: UnitOfWork,
    private readonly acceptances: Acceptances,
    private readonly contracts: Contracts,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * A certificate or a payment is waited for: whoever stands on this day's rung is reminded, each rung once; when the last has
   * passed unpaid, the seller hears what she may claim. By the clock.
   * @rule
   */
  run(shipmentId: string): Promise<void> {
    return this.work.run((tx) => this.inside(tx, shipmentId));
  }

  private async inside(tx: Tx, shipmentId: string): Promise<void> {
    const row = await this.acceptances.lock(tx, shipmentId);
    if (row.remind_at === null || row.remind_at > tx.now) return;
    const contract = await this.contracts.find(tx, row.contract_id);
    const wait = this.waitOf(contract, row);
    // Paid, rejected, or about to be certified by the clock: nobody is late.
    if (wait === null) return this.acceptances.lookAgain(tx, shipmentId, null);
    const ladder = this.policy.at('pay.alert_ladder', contract.made_at, { buyerOrg: contract.office_id });
    const { day, warns, isOver, next_at } = reminderOn(ladder, wait.since, tx.now);
    await this.acceptances.lookAgain(tx, shipmentId, next_at);
    if (warns.length > 0)
      tx.emit(OfficeReminded, {
        ...partiesOf(contract),
        ...{ shipmentId, what: wait.what, day, warns: [...warns], due_at: wait.due_at.toISOString() },
      });
    if (isOver && wait.what === 'payment')
      tx.emit(PaymentOverdue, {
        ...partiesOf(contract),
        due_paise: Number(amountDue(contract, row).net_paise),
        pay_by: wait.due_at.toISOString(),
      });
  }

  private waitOf(contract: Contract, row: Acceptance): Wait | null {
    if (row.state === 'received' && row.received_at !== null && row.due_at !== null)
      return row.due_at > row.remind_at! ? { what: 'acceptance', since: row.received_at, due_at: row.due_at } : null;
    if (contract.state !== 'settled') return null;
    const { accepted_at, pay_by } = amountDue(contract, row);
    return { what: 'payment', since: accepted_at, due_at: pay_by };
  }
}

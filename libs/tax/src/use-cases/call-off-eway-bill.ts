import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { EWayBills } from '../data/eway-bills.repository.js';
import { CancelEWayBillJob } from '../domain/eway-bill.jobs.js';
import { ewayBillStates, type EWayBillState } from '../domain/eway-bill.states.js';

/** From here an e-way bill can be called off. */
const stands: ReadonlySet<EWayBillState> = new Set(
  ewayBillStates.names.filter((state) => ewayBillStates.can(state, 'call_off')),
);

@Injectable()
export class CallOffEWayBill {
  constructor(
    private readonly work: UnitOfWork,
    private readonly bills: EWayBills,
  ) {}

  /** Goods of a cause will not move: their e-way bill is not made, or cancelled at the portal. Said again it does nothing. @rule */
  run(cause: Cause): Promise<void> {
    return this.work.run(async (tx) => {
      for (const documentId of await this.bills.ofCause(tx, cause)) await this.callOff(tx, documentId);
    });
  }

  private async callOff(tx: Tx, documentId: string): Promise<void> {
    const bill = await this.bills.lock(tx, documentId);
    if (!stands.has(bill.state)) return;
    await this.bills.move(tx, bill, 'call_off');
    if (bill.state !== 'refused') tx.enqueue(CancelEWayBillJob, { documentId });
  }
}

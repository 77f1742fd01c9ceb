import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Bills, type Bill } from '../data/bills.repository.js';
import { assertAnotherPerson, officerOf } from '../office.js';
import { fail } from '../procurement.errors.js';
import { SendBillJob } from '../procurement.events.js';

@Injectable()
export class SendForPayment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly bills: Bills,
  ) {}

  /**
   * The paying authority, a third person, orders the payment; the payer's own rail pays the seller.
   * @throws bill_not_found · same_person_twice · illegal_transition
   * @rule  S-28
   */
  run(billId: string): Promise<Bill> {
    return this.work.run(async (tx) => {
      const { personId, officeId } = officerOf(tx);
      const bill = await this.bills.lock(tx, billId);
      if (bill.office_id !== officeId) throw fail('bill_not_found');
      assertAnotherPerson(personId, 'pay', { raise: bill.raised_by, certify: bill.certified_by });
      const sent = await this.bills.move(tx, bill, 'send', {
        sent_by: personId,
        payment_attempt: bill.payment_attempt + 1,
        refusal: null,
      });
      tx.enqueue(SendBillJob, { billId, attempt: sent.payment_attempt });
      return sent;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Bills, type Bill } from '../data/bills.repository.js';
import { assertAnotherPerson, officerOf } from '../office.js';
import { fail } from '../procurement.errors.js';

@Injectable()
export class CertifyBill {
  constructor(
    private readonly work: UnitOfWork,
    private readonly bills: Bills,
  ) {}

  /**
   * The drawing officer passes a bill that somebody else raised.
   * @throws bill_not_found · same_person_twice · illegal_transition
   * @rule  S-28
   */
  run(billId: string): Promise<Bill> {
    return this.work.run(async (tx) => {
      const { personId, officeId } = officerOf(tx);
      const bill = await this.bills.lock(tx, billId);
      if (bill.office_id !== officeId) throw fail('bill_not_found');
      assertAnotherPerson(personId, 'certify', { raise: bill.raised_by });
      return this.bills.move(tx, bill, 'certify', { certified_by: personId });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { EWayBills } from '../data/eway-bills.repository.js';
import { fail } from '../domain/tax.errors.js';

@Injectable()
export class AskEWayBillAgain {
  constructor(
    private readonly work: UnitOfWork,
    private readonly bills: EWayBills,
  ) {}

  /**
   * The maker has put right why no e-way bill was made: it is asked for once more.
   * @throws tax_eway_bill_not_needed (404), illegal_transition (409): it waits already, or is made
   * @rule S-42
   */
  run(documentId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const bill = await this.bills.lock(tx, documentId);
      if (bill.seller_id !== tx.actor.organisationId) throw fail('tax_eway_bill_not_needed');
      await this.bills.move(tx, bill, 'ask_again', { round: bill.round + 1 });
      await this.bills.enqueue(tx, documentId);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { EInvoices } from '../data/e-invoices.repository.js';
import { RegisterInvoiceJob } from '../domain/e-invoice.jobs.js';
import { fail } from '../domain/tax.errors.js';

@Injectable()
export class SendInvoiceAgain {
  constructor(
    private readonly work: UnitOfWork,
    private readonly eInvoices: EInvoices,
  ) {}

  /**
   * The maker has put right why her invoice was refused: it is told to the portal once more.
   * @throws tax_registration_not_needed (404), illegal_transition (409): it waits already, or is registered
   * @rule S-42
   */
  run(documentId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const eInvoice = await this.eInvoices.lock(tx, documentId);
      if (eInvoice.seller_id !== tx.actor.organisationId) throw fail('tax_registration_not_needed');
      const round = eInvoice.round + 1;
      await this.eInvoices.move(tx, eInvoice, 'ask_again', { round });
      tx.enqueue(RegisterInvoiceJob, { documentId, round });
    });
  }
}

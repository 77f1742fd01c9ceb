import { UnitOfWork } from '#platform/database';
import { rupees } from '#platform/money';
import { personActor } from '#platform/testing';
import { DeclareTurnover, eInvoiceStates, IssueDocument, RegisterInvoiceJob, SendInvoiceAgain } from '#tax';
import { businessSupply } from '../../../libs/tax/test/builders/business-supply.js';
import type { DrivenEInvoice, Workshop } from './driven.js';
import { road } from './road.js';

const sends = async ({ hands }: Workshop, { documentId }: DrivenEInvoice) => {
  const { round } = await hands.sees<{ round: number }>('select round from tax.e_invoice where document_id = $1', [
    documentId,
  ]);
  await hands.does(RegisterInvoiceJob, { documentId, round });
};

/** An invoice of a large maker to a business, from its issue on. The portal refuses a buyer whose GSTIN is not in force. */
export const eInvoiceRoad = road<DrivenEInvoice>()({
  machine: eInvoiceStates,
  row: ({ documentId }) => ({ table: 'tax.e_invoice', id: documentId, key: 'document_id' }),
  async begin({ booted }, _wish, ahead) {
    const goods = businessSupply(ahead.includes('refuse') ? { buyer: '9001' } : {});
    const maker = personActor({ organisationId: goods.sellerId });
    await booted.as(maker, () => booted.get(DeclareTurnover).run(rupees(6_00_00_000)));
    const { id: documentId } = await booted.asSystem(() =>
      booted.get(UnitOfWork).run((tx) => booted.get(IssueDocument).inside(tx, goods)),
    );
    return { documentId, maker };
  },
  steps: {
    register: sends,
    refuse: sends,
    ask_again: ({ booted }, { documentId, maker }) =>
      booted.as(maker, () => booted.get(SendInvoiceAgain).run(documentId)),
  },
});

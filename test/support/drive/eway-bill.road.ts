import { UnitOfWork } from '#platform/database';
import { personActor } from '#platform/testing';
import {
  AskEWayBillAgain,
  CallOffEWayBill,
  CancelEWayBillJob,
  ewayBillStates,
  IssueDocument,
  MakeEWayBillJob,
} from '#tax';
import { businessSupply, dearLines } from '../../../libs/tax/test/builders/business-supply.js';
import type { DrivenEWayBill, Workshop } from './driven.js';
import { road } from './road.js';

const asks = async ({ hands }: Workshop, { documentId }: DrivenEWayBill) => {
  const { round } = await hands.sees<{ round: number }>('select round from tax.eway_bill where document_id = $1', [
    documentId,
  ]);
  await hands.does(MakeEWayBillJob, { documentId, round });
};

/** The e-way bill of dear goods, from the issue of their invoice on. The portal refuses a buyer whose GSTIN is not in force. */
export const ewayBillRoad = road<DrivenEWayBill>()({
  machine: ewayBillStates,
  row: ({ documentId }) => ({ table: 'tax.eway_bill', id: documentId, key: 'document_id' }),
  async begin({ booted }, _wish, ahead) {
    const goods = businessSupply({ lines: dearLines(), ...(ahead.includes('refuse') && { buyer: '9001' }) });
    const { id: documentId } = await booted.asSystem(() =>
      booted.get(UnitOfWork).run((tx) => booted.get(IssueDocument).inside(tx, goods)),
    );
    return { documentId, maker: personActor({ organisationId: goods.sellerId }) };
  },
  steps: {
    make: asks,
    refuse: asks,
    ask_again: ({ booted }, { documentId, maker }) =>
      booted.as(maker, () => booted.get(AskEWayBillAgain).run(documentId)),
    async call_off(shop, one, ahead) {
      const [{ booted, hands }, { documentId }] = [shop, one];
      // The portal refuses to cancel only what it has made.
      if (ahead.includes('keep')) await asks(shop, one);
      const cause = await hands.sees<{ kind: 'order'; id: string }>(
        'select cause_kind as kind, cause_id as id from tax.document where id = $1',
        [documentId],
      );
      await booted.asSystem(() => booted.get(CallOffEWayBill).run(cause));
    },
    cancel: ({ hands }, { documentId }) => hands.does(CancelEWayBillJob, { documentId }),
    async keep({ hands, outside }, { documentId }) {
      const { number } = await hands.sees<{ number: string }>(
        'select number from tax.eway_bill where document_id = $1',
        [documentId],
      );
      await outside(`/irp/_control/eway-bills/${number}/age`);
      await hands.does(CancelEWayBillJob, { documentId });
    },
  },
});

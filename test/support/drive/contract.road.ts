import { BookCourierJob, Dispatch, FollowTrackingJob, ShipmentDelivered, ShipmentDispatched } from '#fulfilment';
import { assert } from '#platform/kernel';
import {
  acceptanceStates,
  AcceptContract,
  billStates,
  CertifyBill,
  ContractAccepted,
  contractStates,
  EndUnaccepted,
  JudgeGoods,
  RaiseBill,
  ReceiveGoods,
  SendBillJob,
  SendForPayment,
} from '#procurement';
import { officer } from './demand.road.js';
import { shipmentOf, trackingNumber } from './order.road.js';
import type { DrivenBill, DrivenContract, DemandWish, Workshop } from './driven.js';
import { road } from './road.js';

const causeOf = ({ contractId }: DrivenContract) => ({ kind: 'contract', id: contractId }) as const;
const row = ({ contractId }: DrivenContract) => ({ table: 'procurement.contract', id: contractId });
const delivery = (contract: DrivenContract) => ({
  table: 'procurement.acceptance',
  key: 'shipment_id',
  id: shipmentOf(causeOf(contract)),
});
const maker = ({ booted }: Workshop, { piece }: DrivenContract, act: () => Promise<unknown>) =>
  booted.as(piece.maker.actor, act);

/** The consignee's certificate: so many pieces are refused, at most all. */
const judges = (refused: number) => (shop: Workshop, one: DrivenContract) =>
  officer(shop, one.office.consignee, async () => {
    const { id } = delivery(one);
    const { ordered } = await shop.hands.sees<{ ordered: number }>(
      'select ordered from procurement.acceptance where shipment_id = $1',
      [id],
    );
    const rejected = Math.min(refused, ordered);
    const counted = { accepted: ordered - rejected, rejected, short: 0 };
    return shop.booted.get(JudgeGoods).run(id, counted, rejected > 0 ? 'Torn.' : null);
  });

export const contractRoad = road<DrivenContract, DemandWish>()({
  machine: contractStates,
  row,
  async begin({ drive }, wish) {
    const { contractId, ...demand } = await drive.demand.to('order_placed', wish);
    assert(contractId, 'an ordered demand has its contract');
    return { ...demand, contractId };
  },
  steps: {
    accept: (shop, one) => maker(shop, one, () => shop.booted.get(AcceptContract).run(one.contractId)),
    decline: (shop, one) =>
      maker(shop, one, () => shop.booted.get(EndUnaccepted).decline(one.contractId, 'The loom is broken.')),
    lapse: ({ hands }, one) => hands.strikes('procurement.lapse-contracts', row(one)),
    async dispatch(shop, one) {
      await shop.hands.does(ContractAccepted, { contractId: one.contractId });
      await shop.hands.does(BookCourierJob, { shipmentId: delivery(one).id });
      await maker(shop, one, () => shop.booted.get(Dispatch).run(causeOf(one)));
      await shop.hands.does(ShipmentDispatched, { cause: causeOf(one) });
    },
    async deliver(shop, one) {
      const awb = await trackingNumber(shop, delivery(one).id);
      await shop.outside(`/courier/_control/parcels/${awb}/deliver`);
      await shop.hands.does(FollowTrackingJob, { awb });
      await shop.hands.does(ShipmentDelivered, { cause: causeOf(one) });
    },
    settle: ({ drive }, one) => drive.acceptance.on(one, 'accepted_full'),
    reject: ({ drive }, one) => drive.acceptance.on(one, 'rejected'),
    complete: async (shop, one) => shop.drive.bill.on(await raises(shop, one), 'paid'),
  },
});

export const acceptanceRoad = road<DrivenContract, DemandWish>()({
  machine: acceptanceStates,
  row: delivery,
  begin: ({ drive }, wish) => drive.contract.to('delivered', wish),
  steps: {
    receive: (shop, one) =>
      officer(shop, one.office.consignee, () => shop.booted.get(ReceiveGoods).run(delivery(one).id)),
    accept_full: judges(0),
    accept_part: judges(1),
    reject: judges(Infinity),
    deem: ({ hands }, one) => hands.strikes('procurement.lapse-acceptances', delivery(one)),
  },
});

export const billRoad = road<DrivenBill, DemandWish>()({
  machine: billStates,
  row: ({ billId }) => ({ table: 'procurement.bill', id: billId }),
  begin: async (shop, wish) => raises(shop, await shop.drive.contract.to('settled', wish)),
  steps: {
    certify: (shop, { billId, office }) => officer(shop, office.ddo, () => shop.booted.get(CertifyBill).run(billId)),
    send: (shop, { billId, office }) => officer(shop, office.pao, () => shop.booted.get(SendForPayment).run(billId)),
    advise: ({ hands }, { billId }) => hands.does(SendBillJob, { billId }),
  },
});

async function raises(shop: Workshop, one: DrivenContract): Promise<DrivenBill> {
  const bill = await officer(shop, one.office.buyer, () => shop.booted.get(RaiseBill).run(one.contractId));
  return { ...one, billId: bill.id };
}

import { BookCourierJob, Dispatch, FollowTrackingJob, shipmentStates } from '#fulfilment';
import { CancelOrder, OrderCancelled, OrderConfirmed } from '#orders';
import { shipmentOf, trackingNumber } from './order.road.js';
import type { DrivenShipment, PurchaseWish, Workshop } from './driven.js';
import { road } from './road.js';

/** The driver scans the parcel at these places of its way, and the courier tells us. */
const scanned =
  (...places: readonly string[]) =>
  async (shop: Workshop, { shipmentId }: DrivenShipment) => {
    const awb = await trackingNumber(shop, shipmentId);
    for (const to of places) await shop.outside(`/courier/_control/parcels/${awb}/move`, { to });
    await shop.hands.does(FollowTrackingJob, { awb });
  };

export const shipmentRoad = road<DrivenShipment, PurchaseWish>()({
  machine: shipmentStates,
  row: ({ shipmentId }) => ({ table: 'fulfilment.shipment', id: shipmentId }),
  async begin({ drive, hands }, wish) {
    const order = await drive.order.to('confirmed', wish);
    await hands.does(OrderConfirmed, { orderId: order.orderId });
    return { ...order, shipmentId: shipmentOf({ kind: 'order', id: order.orderId }) };
  },
  steps: {
    book: ({ hands }, { shipmentId }) => hands.does(BookCourierJob, { shipmentId }),
    /** Without a booking she takes the parcel to a courier of her own, who tells us nothing. */
    dispatch: async ({ booted, drive }, sent) => {
      if ((await drive.shipment.stateOf(sent)) === 'created') await drive.shipment.on(sent, 'ready');
      return booted.as(sent.piece.maker.actor, () => booted.get(Dispatch).run({ kind: 'order', id: sent.orderId }));
    },
    out_for_delivery: scanned('picked_up', 'in_transit', 'out_for_delivery'),
    deliver: scanned('picked_up', 'in_transit', 'out_for_delivery', 'delivered'),
    lose: scanned('picked_up', 'lost'),
    send_back: scanned('picked_up', 'in_transit', 'rto_initiated'),
    deliver_back: scanned('rto_delivered'),
    /** What it was planned for is called off before it leaves. */
    cancel: async ({ booted, hands }, { shopper, orderId }) => {
      await booted.as(shopper, () => booted.get(CancelOrder).run(orderId));
      await hands.does(OrderCancelled, { orderId });
    },
  },
});

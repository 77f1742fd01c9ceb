import { BookPickupJob, FollowTrackingJob, ReturnParcels, returnParcelStates, SendReturn } from '#fulfilment';
import { UnitOfWork, type Tx } from '#platform/database';
import { namedId } from '#platform/kernel';
import type { DrivenReturnParcel, PurchaseWish, Workshop } from './driven.js';
import { road } from './road.js';

const parcelOf = async ({ hands }: Workshop, parcelId: string) =>
  hands.sees<{ awb: string; bookings: number }>('select awb, bookings from fulfilment.return_parcel where id = $1', [
    parcelId,
  ]);

/** The courier comes to the shopper, and tells us what it met. */
const scanned =
  (...places: readonly string[]) =>
  async (shop: Workshop, { parcelId }: DrivenReturnParcel) => {
    const { awb } = await parcelOf(shop, parcelId);
    for (const to of places) await shop.outside(`/courier/_control/parcels/${awb}/move`, { to });
    await shop.hands.does(FollowTrackingJob, { awb });
  };

/** A driver comes with a number. */
async function isBooked(shop: Workshop, parcel: DrivenReturnParcel): Promise<void> {
  if ((await shop.drive.returnParcel.stateOf(parcel)) === 'planned') await shop.drive.returnParcel.on(parcel, 'booked');
}

const inTx = ({ booted }: Workshop, act: (tx: Tx) => Promise<unknown>) =>
  booted.asSystem(async () => void (await booted.get(UnitOfWork).run(act)));

export const returnParcelRoad = road<DrivenReturnParcel, PurchaseWish>()({
  machine: returnParcelStates,
  row: ({ parcelId }) => ({ table: 'fulfilment.return_parcel', id: parcelId }),
  async begin({ drive, hands }, wish) {
    const order = await drive.order.to('return_in_transit', wish);
    const { id: returnId } = await hands.sees<{ id: string }>(
      `select id from orders.return_request where order_id = $1`,
      [order.orderId],
    );
    return { ...order, returnId, parcelId: namedId('return parcel', returnId) };
  },
  steps: {
    async book(shop, parcel) {
      const { bookings: booking } = await parcelOf(shop, parcel.parcelId);
      await shop.hands.does(BookPickupJob, { parcelId: parcel.parcelId, booking });
    },
    give_up: scanned('pickup_failed', 'pickup_failed', 'pickup_failed'),
    ask_again: (shop, { returnId }) => inTx(shop, (tx) => shop.booted.get(SendReturn).askAgain(tx, returnId)),
    async pick_up(shop, parcel) {
      await isBooked(shop, parcel);
      await scanned('picked_up')(shop, parcel);
    },
    async deliver(shop, parcel) {
      await isBooked(shop, parcel);
      const { awb } = await parcelOf(shop, parcel.parcelId);
      await shop.outside(`/courier/_control/parcels/${awb}/deliver`);
      await shop.hands.does(FollowTrackingJob, { awb });
    },
    lose: scanned('lost'),
    call_off: (shop, { parcelId }) =>
      inTx(shop, async (tx) => {
        const parcels = shop.booted.get(ReturnParcels);
        await parcels.move(tx, (await parcels.lock(tx, parcelId))!, 'call_off');
      }),
  },
});

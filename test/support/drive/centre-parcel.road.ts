import { BookCourierJob, BringToCentre, CentreParcels, centreParcelStates, HandOver, KeepParcel } from '#fulfilment';
import { CreateOrganisation } from '#identity';
import { UnitOfWork } from '#platform/database';
import { personActor } from '#platform/testing';
import type { DrivenCentreParcel, PurchaseWish, Workshop } from './driven.js';
import { road } from './road.js';

const brings = ({ booted }: Workshop, { piece, orderId, centreId }: DrivenCentreParcel) =>
  booted.as(piece.maker.actor, () => booted.get(BringToCentre).run({ kind: 'order', id: orderId }, centreId));
const keeps = ({ booted }: Workshop, { centreId }: DrivenCentreParcel, act: () => Promise<unknown>) =>
  booted.as({ ...personActor({ label: 'keeper' }), organisationId: centreId }, act);

export const centreParcelRoad = road<DrivenCentreParcel, PurchaseWish>()({
  machine: centreParcelStates,
  row: ({ shipmentId }) => ({ table: 'fulfilment.centre_parcel', id: shipmentId }),
  async begin(shop, wish) {
    const { booted, drive, hands } = shop;
    const sent = await drive.shipment.to('created', wish);
    await hands.does(BookCourierJob, { shipmentId: sent.shipmentId });
    const office = { kind: 'collection_centre', name: 'A federation of groups' } as const;
    const centreId = await booted.asSystem(() => booted.get(CreateOrganisation).run(office));
    const at = { id: centreId, name: office.name, street: 'Nath Nagar Road', pincode: '812001', is_open: true };
    await booted.asSystem(() => booted.get(UnitOfWork).run((tx) => booted.get(CentreParcels).enter(tx, at)));
    const parcel = { ...sent, centreId };
    await brings(shop, parcel);
    return parcel;
  },
  steps: {
    bring: brings,
    take_in: (shop, one) => keeps(shop, one, () => shop.booted.get(KeepParcel).takeIn(one.shipmentId)),
    take_back: (shop, one) => keeps(shop, one, () => shop.booted.get(KeepParcel).giveBack(one.shipmentId)),
    hand_over: (shop, one) =>
      keeps(shop, one, () => shop.booted.get(HandOver).run('courier', [{ id: one.shipmentId }])),
  },
});

import { z } from 'zod';
import { cause, event } from '#platform/kernel';

const parcel = {
  ...{ shipmentId: z.uuid(), cause, sellerId: z.uuid(), receiverId: z.uuid(), centreId: z.uuid() },
  /** The centre’s name. */
  centre: z.string(),
};

/** A collection centre has the parcel: its maker cannot open it any more. */
export const ParcelTakenIn = event('fulfilment.taken_in', z.strictObject(parcel));
/** A parcel lies at its centre longer than it should. */
export const CentreParcelWaits = event(
  'fulfilment.centre_waits',
  z.strictObject({ ...parcel, since: z.iso.datetime(), desk: z.string() }),
);

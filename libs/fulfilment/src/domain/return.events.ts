import { z } from 'zod';
import { cause, event, job } from '#platform/kernel';

/** The ids every piece of news about a parcel on its way back carries. */
const back = { parcelId: z.uuid(), returnId: z.uuid(), cause, sellerId: z.uuid(), senderId: z.uuid() };

/** A courier will come to the shopper's door. */
export const PickupBooked = event('fulfilment.pickup_booked', z.strictObject(back));
/** It came and nobody opened; it comes again. */
export const PickupMissed = event(
  'fulfilment.pickup_missed',
  z.strictObject({ ...back, misses: z.int().min(1), left: z.int().min(1) }),
);
/** Nobody comes any more, or it was brought back to her: she sends it herself, or asks for another pick-up. */
export const PickupEnded = event(
  'fulfilment.pickup_ended',
  z.strictObject({ ...back, why: z.enum(['missed', 'not_served', 'brought_back']) }),
);
/** The courier brought it to the maker. */
export const ReturnDelivered = event('fulfilment.return_delivered', z.strictObject(back));
/** The courier lost it, or broke it, on its way back. */
export const ReturnLost = event('fulfilment.return_lost', z.strictObject(back));

/** Nobody has moved a parcel on its way back for longer than its state should last. */
export const ReturnWaits = event(
  'fulfilment.return_waits',
  z.strictObject({ ...back, state: z.string(), desk: z.string(), since: z.iso.datetime() }),
);

/** Asks the courier to come to the shopper's door. */
export const BookPickupJob = job('fulfilment.book-pickup', {
  /** `booking`: 1, 2, 3 … of the same parcel. */
  payload: z.strictObject({ parcelId: z.uuid(), booking: z.int().min(1) }),
  key: (p) => `${p.parcelId}-${p.booking}`,
});

/** Tells a courier that nobody needs to come any more. */
export const CallOffPickupJob = job('fulfilment.call-off-pickup', {
  payload: z.strictObject({ courier: z.string(), awb: z.string() }),
  key: (p) => `${p.courier}-${p.awb}`,
});

import { z } from 'zod';
import { cause, event, job } from '#platform/kernel';
import { trackingKinds } from './tracking.js';

const shipment = { shipmentId: z.uuid(), cause, sellerId: z.uuid(), receiverId: z.uuid() };

export const ShipmentPlanned = event('fulfilment.planned', z.strictObject(shipment));
/** The courier knows of the parcel: it can be packed and handed over. */
export const ShipmentReady = event('fulfilment.ready', z.strictObject(shipment));
export const ShipmentDispatched = event('fulfilment.dispatched', z.strictObject({ ...shipment, at: z.iso.datetime() }));
export const ShipmentDelivered = event('fulfilment.delivered', z.strictObject({ ...shipment, at: z.iso.datetime() }));
/** A courier we booked has earned what it asked: on the way out, once more when the parcel is back at its maker, or for fetching a return at its shopper's. */
export const CarriageDue = event(
  'fulfilment.carriage_due',
  z.strictObject({ ...shipment, way: z.enum(['out', 'back', 'return']), carriage_paise: z.int().min(0) }),
);
export const ShipmentFailed = event('fulfilment.failed', z.strictObject({ ...shipment, state: z.string() }));

/** A courier brought a parcel and could not hand it over: the so-many-th time, of those it comes. */
export const ShipmentAttemptFailed = event(
  'fulfilment.attempt_failed',
  z.strictObject({ ...shipment, attempt: z.int().min(1), most: z.int().min(1) }),
);
/** Nobody has moved a parcel for longer than its state should last. */
export const ShipmentWaits = event(
  'fulfilment.waits',
  z.strictObject({
    ...shipment,
    state: z.string(),
    /** It must not leave its maker now. */
    isHeld: z.boolean(),
    desk: z.string(),
    since: z.iso.datetime(),
  }),
);

/** A courier was told not to come for a parcel and has it already: it is on its way although nobody is to get it by this one. */
export const ShipmentTakenAnyway = event(
  'fulfilment.taken_anyway',
  z.strictObject({ ...shipment, courier: z.string(), awb: z.string() }),
);

/** No courier carries it there: its maker sends it with a carrier of her own. */
export const ShipmentUnserved = event('fulfilment.unserved', z.strictObject(shipment));
/** Rows of a courier's file of news cannot be read. */
export const TrackingFileBroken = event(
  'fulfilment.tracking_broken',
  z.strictObject({
    courier: z.string(),
    file: z.string(),
    rows: z.int().min(1),
    /** The first of them, from 1. */
    first: z.int().min(1),
  }),
);

/** Asks a courier to fetch a parcel. */
export const BookCourierJob = job('fulfilment.book-courier', {
  /** `hold`: it waited so often before; absent at first. */
  payload: z.strictObject({ shipmentId: z.uuid(), hold: z.int().optional() }),
  key: (p) => (p.hold === undefined ? p.shipmentId : `${p.shipmentId}-${p.hold}`),
});

/** Tells a courier that it need not come for a parcel on its way out. */
export const CallOffCourierJob = job('fulfilment.call-off-courier', {
  payload: z.strictObject({ shipmentId: z.uuid(), courier: z.string(), awb: z.string() }),
  key: (p) => `${p.courier}-${p.awb}`,
});

/** Tells the courier what it is to collect by now. */
export const ChangeCashJob = job('fulfilment.change-cash', {
  payload: z.strictObject({ shipmentId: z.uuid(), cash_paise: z.string().regex(/^[0-9]{1,15}$/) }),
  key: (p) => `${p.shipmentId}-${p.cash_paise}`,
});

/** Moves a parcel by what its courier told. */
export const FollowTrackingJob = job('fulfilment.follow-tracking', {
  payload: z.strictObject({ courier: z.string(), eventId: z.string(), awb: z.string(), kind: z.enum(trackingKinds) }),
  key: (p) => `${p.courier}-${p.eventId}`,
});

/** Fetches the files in which a courier writes its news. */
export const ReadTrackingFilesJob = job('fulfilment.read-tracking-files', {
  payload: z.strictObject({ slot: z.iso.datetime() }),
  key: (p) => p.slot,
});

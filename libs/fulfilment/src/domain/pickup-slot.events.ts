import { z } from 'zod';
import { cause, event, job } from '#platform/kernel';

/** A courier did not come when it was to come: when it comes instead, or null where it names no time. */
export const SlotMissed = event(
  'fulfilment.slot_missed',
  z.strictObject({
    shipmentId: z.uuid(),
    cause,
    sellerId: z.uuid(),
    receiverId: z.uuid(),
    instead: z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() }).nullable(),
  }),
);

/** Chooses when a courier comes for a parcel: at first, and anew each time it did not come. */
export const ChooseSlotJob = job('fulfilment.choose-slot', {
  payload: z.strictObject({ shipmentId: z.uuid(), misses: z.int().min(0) }),
  key: (p) => `${p.shipmentId}-${p.misses}`,
});

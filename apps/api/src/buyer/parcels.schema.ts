import { z } from 'zod';
import { deliveryProofs, shipmentStates, type AwaitedParcel, type ShipmentState } from '#fulfilment';

export const awaitedParcel = z
  .strictObject({
    state: z.enum(shipmentStates.names as [ShipmentState]),
    carrier: z.string().nullable().describe('who brings it, where its maker chose somebody of her own'),
    trackingNumber: z.string().nullable(),
    deliveryCode: z
      .string()
      .nullable()
      .describe('told at the door to who brings it, never before; null: nothing is asked of her'),
    deliveryProof: z
      .enum(deliveryProofs)
      .nullable()
      .describe('how a parcel of the maker’s own carrier was proved to have arrived'),
    dispatchedAt: z.iso.datetime().nullable(),
    deliveredAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'AwaitedParcel' });

export const viewOfParcel = ({ parcel, deliveryCode }: AwaitedParcel): z.input<typeof awaitedParcel> => ({
  state: parcel.state,
  carrier: parcel.own_carrier ? parcel.courier : null,
  trackingNumber: parcel.awb,
  deliveryCode,
  deliveryProof: parcel.delivery_proof,
  dispatchedAt: parcel.dispatched_at?.toISOString() ?? null,
  deliveredAt: parcel.delivered_at?.toISOString() ?? null,
});

import { z } from 'zod';
import { freeText } from '#platform/identifiers';
import { shipmentStates, type Shipment, type ShipmentState } from '#fulfilment';

export const declineBody = z
  .strictObject({ reason: freeText(300, 3) })
  .meta({ id: 'DeclineBody', example: { reason: 'The loom is broken.' } });

export const dispatchBody = z
  .strictObject({
    own: z
      .strictObject({ carrier: freeText(60, 2), trackingNumber: z.string().trim().min(3).max(60) })
      .optional()
      .describe('a carrier of her own choice instead of the booked courier'),
  })
  .meta({ id: 'DispatchBody', example: {} });

export const shipmentView = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(shipmentStates.names as [ShipmentState]),
    courier: z.string().nullable(),
    trackingNumber: z.string().nullable(),
    dispatchedAt: z.iso.datetime().nullable(),
    deliveredAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Shipment' });

export const viewOfShipment = (shipment: Shipment): z.input<typeof shipmentView> => ({
  id: shipment.id,
  state: shipment.state,
  courier: shipment.courier,
  trackingNumber: shipment.awb,
  dispatchedAt: shipment.dispatched_at?.toISOString() ?? null,
  deliveredAt: shipment.delivered_at?.toISOString() ?? null,
});

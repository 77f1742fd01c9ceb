import { z } from 'zod';
import { shipmentOutcomes, type DeskParcel } from '#fulfilment';
import { pageQuery } from '#platform/http';
import { freeText } from '#platform/identifiers';

export const deskParcelsQuery = pageQuery.omit({ count: true });

export const decideParcelBody = z
  .strictObject({
    outcome: z
      .enum(shipmentOutcomes)
      .describe('delivered: the order goes on as if its shopper had said so; lost: she is refunded'),
    reason: freeText(500).describe('what the auditor reads'),
  })
  .meta({
    id: 'DecideParcelBody',
    example: { outcome: 'delivered', reason: 'The post office showed a signed receipt.' },
  });

export const deskParcel = z
  .strictObject({
    id: z.uuid(),
    orderId: z.uuid(),
    sellerId: z.uuid(),
    carrier: z.string().describe('as its maker wrote it'),
    trackingNumber: z.string().describe('as its maker wrote it'),
    since: z.iso.datetime(),
    decidableFrom: z.iso.datetime().describe('from then on the desk may decide'),
    toldAt: z.iso.datetime().nullable().describe('when the desk was told that nobody moves it'),
  })
  .meta({ id: 'DeskParcel' });

export const viewOfDeskParcel = (row: DeskParcel): z.input<typeof deskParcel> => ({
  ...{ id: row.id, orderId: row.order_id, sellerId: row.seller_id, carrier: row.courier, trackingNumber: row.awb },
  since: row.state_since.toISOString(),
  decidableFrom: row.decidable_from.toISOString(),
  toldAt: row.alarmed_at?.toISOString() ?? null,
});

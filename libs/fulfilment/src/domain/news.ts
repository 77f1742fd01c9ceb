import type { Cause } from '#platform/kernel';

/** The ids every piece of news about a parcel carries. */
export const newsOf = (shipment: { id: string; cause: Cause; seller_id: string; receiver_id: string }) => ({
  shipmentId: shipment.id,
  cause: shipment.cause,
  sellerId: shipment.seller_id,
  receiverId: shipment.receiver_id,
});

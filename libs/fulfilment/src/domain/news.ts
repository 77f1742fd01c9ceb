import type { Cause } from '#platform/kernel';

/** The ids every piece of news about a parcel carries. */
export const newsOf = (shipment: { id: string; cause: Cause; seller_id: string; receiver_id: string }) => ({
  shipmentId: shipment.id,
  cause: shipment.cause,
  sellerId: shipment.seller_id,
  receiverId: shipment.receiver_id,
});

/** The same for a parcel on its way back. */
export const newsOfReturn = (parcel: {
  id: string;
  return_id: string;
  cause: Cause;
  seller_id: string;
  sender_id: string;
}) => ({
  parcelId: parcel.id,
  returnId: parcel.return_id,
  cause: parcel.cause,
  sellerId: parcel.seller_id,
  senderId: parcel.sender_id,
});

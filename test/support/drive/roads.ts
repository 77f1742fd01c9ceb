import { centreParcelRoad } from './centre-parcel.road.js';
import { complaintRoad } from './complaint.road.js';
import { eInvoiceRoad } from './e-invoice.road.js';
import { ewayBillRoad } from './eway-bill.road.js';
import { demandRoad } from './demand.road.js';
import { acceptanceRoad, billRoad, contractRoad } from './contract.road.js';
import { incidentRoad } from './incident.road.js';
import { listingImportRoad } from './listing-import.road.js';
import { listingRoad } from './listing.road.js';
import { messageRoad } from './message.road.js';
import { odopEntryRoad } from './odop-entry.road.js';
import { orderRoad } from './order.road.js';
import { paymentRoad, payoutRoad, refundRoad } from './money.roads.js';
import { returnParcelRoad } from './return-parcel.road.js';
import { reviewRoad } from './review.road.js';
import { sellerRoad } from './seller.road.js';
import { shipmentRoad } from './shipment.road.js';

/** One road for every state table of the service, named like its table (`orderStates` → `order`). */
export const roads = {
  seller: sellerRoad,
  listing: listingRoad,
  listingImport: listingImportRoad,
  order: orderRoad,
  payment: paymentRoad,
  refund: refundRoad,
  payout: payoutRoad,
  shipment: shipmentRoad,
  returnParcel: returnParcelRoad,
  centreParcel: centreParcelRoad,
  demand: demandRoad,
  contract: contractRoad,
  acceptance: acceptanceRoad,
  bill: billRoad,
  incident: incidentRoad,
  message: messageRoad,
  odopEntry: odopEntryRoad,
  review: reviewRoad,
  complaint: complaintRoad,
  eInvoice: eInvoiceRoad,
  ewayBill: ewayBillRoad,
};

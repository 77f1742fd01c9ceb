import type { Drive, Workshop } from './driven.js';
import { driver } from './road.js';
import { roads } from './roads.js';

export const drives = (shop: () => Workshop): Drive => ({
  seller: driver(roads.seller, shop),
  listing: driver(roads.listing, shop),
  listingImport: driver(roads.listingImport, shop),
  order: driver(roads.order, shop),
  payment: driver(roads.payment, shop),
  refund: driver(roads.refund, shop),
  payout: driver(roads.payout, shop),
  shipment: driver(roads.shipment, shop),
  centreParcel: driver(roads.centreParcel, shop),
  returnParcel: driver(roads.returnParcel, shop),
  demand: driver(roads.demand, shop),
  contract: driver(roads.contract, shop),
  acceptance: driver(roads.acceptance, shop),
  bill: driver(roads.bill, shop),
  message: driver(roads.message, shop),
  odopEntry: driver(roads.odopEntry, shop),
  review: driver(roads.review, shop),
  complaint: driver(roads.complaint, shop),
  incident: driver(roads.incident, shop),
  eInvoice: driver(roads.eInvoice, shop),
  ewayBill: driver(roads.ewayBill, shop),
});

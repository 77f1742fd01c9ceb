import type { ListingImportState, ListingState, ReviewState } from '#catalogue';
import type { CentreParcelState, ReturnParcelState, ShipmentState } from '#fulfilment';
import type { ComplaintState } from '#grievances';
import type { MessageState } from '#notifications';
import type { OdopEntryState } from '#odop';
import type { OrderState } from '#orders';
import type { PaymentState, payoutStates, refundStates } from '#payments';
import type { Actor } from '#platform/kernel';
import type { AcceptanceState, BillState, ContractState, DemandState, IncidentState } from '#procurement';
import type { Application, SellerState } from '#sellers';
import type { eInvoiceStates, ewayBillStates } from '#tax';
import type { Goods, GoodsWish } from '../../../libs/catalogue/test/builders/goods.js';
import type { officesOf } from '../../../libs/odop/test/builders/offices.js';
import type { Maker } from '../../../libs/sellers/test/builders/makers.js';
import type { Bazaar } from '../bazaar.js';
import type { Hands } from '../hands.js';

/** A bazaar where nothing happens by itself: reactions, jobs and deadlines wait until the test has them done. */
export interface Workshop extends Bazaar {
  hands: Hands;
  /** `await drive.order.to('delivered')`: anything, brought to any state by the real use-cases. */
  drive: Drive;
  /** Something happens in the world outside; its notices have been sent when this returns. */
  outside<T = unknown>(path: string, body?: object): Promise<T>;
}

/** One driver for every state table of the service. */
export interface Drive {
  seller: Driver<Maker, SellerState, SellerWish>;
  listing: Driver<Goods, ListingState, GoodsWish>;
  listingImport: Driver<DrivenImport, ListingImportState, { sheet: Buffer }>;
  order: Driver<DrivenOrder, OrderState, PurchaseWish>;
  payment: Driver<DrivenPayment, PaymentState, PurchaseWish>;
  refund: Driver<DrivenRefund, (typeof refundStates.names)[number], PurchaseWish>;
  payout: Driver<DrivenPayout, (typeof payoutStates.names)[number], PurchaseWish>;
  shipment: Driver<DrivenShipment, ShipmentState, PurchaseWish>;
  centreParcel: Driver<DrivenCentreParcel, CentreParcelState, PurchaseWish>;
  returnParcel: Driver<DrivenReturnParcel, ReturnParcelState, PurchaseWish>;
  demand: Driver<DrivenDemand, DemandState, DemandWish>;
  contract: Driver<DrivenContract, ContractState, DemandWish>;
  acceptance: Driver<DrivenContract, AcceptanceState, DemandWish>;
  bill: Driver<DrivenBill, BillState, DemandWish>;
  message: Driver<DrivenMessage, MessageState, PurchaseWish>;
  odopEntry: Driver<DrivenEntry, OdopEntryState, object>;
  review: Driver<DrivenReview, ReviewState, PurchaseWish>;
  complaint: Driver<DrivenComplaint, ComplaintState, object>;
  incident: Driver<DrivenIncident, IncidentState, DemandWish>;
  eInvoice: Driver<DrivenEInvoice, (typeof eInvoiceStates.names)[number], object>;
  ewayBill: Driver<DrivenEWayBill, (typeof ewayBillStates.names)[number], object>;
}

export interface Driver<T, S extends string, W extends object> {
  /** A new one, in this state. @throws with the reason when nothing leads there yet */
  to(state: S, wish?: Partial<W>): Promise<T>;
  /** One that is under way, driven on to this state. @throws when no step leads from here to there */
  on(thing: T, state: S): Promise<T>;
  stateOf(thing: T): Promise<S>;
}

export type SellerWish = Application & { slug: string; pincode: string; applicant: Actor };
/** The goods, and how many of them are bought; or goods that are on sale already. */
export type PurchaseWish = GoodsWish & { quantity: number; piece: Goods };
/** What is bought, and by which office when it is not to be a new one. */
export type DemandWish = PurchaseWish & { office: Office };

/** One maker's order of a shopper, and everybody in it. */
export interface DrivenOrder {
  orderId: string;
  checkoutId: string;
  piece: Goods;
  shopper: Actor;
  /** The payment she has before her at the provider. */
  intent: string;
}
export type DrivenPayment = DrivenOrder & { paymentId: string };
export type DrivenRefund = DrivenOrder & { refundId: string };
export type DrivenPayout = DrivenOrder & { payoutId: string };
export type DrivenShipment = DrivenOrder & { shipmentId: string };
/** A parcel that is brought to a collection centre. */
export type DrivenCentreParcel = DrivenShipment & { centreId: string };
/** What of an order goes back to its maker. */
export type DrivenReturnParcel = DrivenOrder & { returnId: string; parcelId: string };
/** What a shopper is told of her order, over a channel that leaves the house. */
export type DrivenMessage = DrivenOrder & { messageId: string };

/** A sheet of goods under way, and whose it is. */
export interface DrivenImport {
  importId: string;
  maker: Maker;
}

/** What a shopper says of goods that reached her. */
export type DrivenReview = DrivenOrder & { reviewId: string };

/** What the office of a contract accuses its seller of. */
export type DrivenIncident = DrivenContract & { incidentId: string };

/** A complaint and who made it. */
export interface DrivenComplaint {
  complaintId: string;
  shopper: Actor;
}

/** A proposed ODOP entry, and the officers of its district, its State and the national desk. */
export interface DrivenEntry {
  entryId: string;
  by: Awaited<ReturnType<typeof officesOf>>;
}

export type Office = Awaited<ReturnType<Bazaar['people']['government']>>;

/** What an office needs, the goods that fit, and the office's people. */
export interface DrivenDemand {
  demandId: string;
  office: Office;
  piece: Goods;
  /** Once it is ordered. */
  contractId: string | null;
}
/** A contract between an office and a maker, from the demand on. */
export type DrivenContract = DrivenDemand & { contractId: string };
export type DrivenBill = DrivenContract & { billId: string };

export type DrivenEWayBill = DrivenEInvoice;
export interface DrivenEInvoice {
  documentId: string;
  maker: Actor;
}

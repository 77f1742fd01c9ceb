import { CouriersCollectCash1795000068220 } from './data/migrations/1795000068220-couriers-collect-cash.js';
import { OwnCarriers1795000065001 } from './data/migrations/1795000065001-own-carriers.js';
import { ParcelsBecomeLighter1795000068190 } from './data/migrations/1795000068190-parcels-become-lighter.js';
import { ParcelsWaitWhileABankAsks1795000068200 } from './data/migrations/1795000068200-parcels-wait-while-a-bank-asks.js';
import { ParcelsKnowTheirPrice1795000071190 } from './data/migrations/1795000071190-parcels-know-their-price.js';
import { Shipments1795000065000 } from './data/migrations/1795000065000-shipments.js';

export { FulfilmentModule } from './fulfilment.module.js';
export { PlanShipments, type ShipmentPlan } from './use-cases/plan-shipments.js';
export { CancelShipment } from './use-cases/cancel-shipment.js';
export { LightenShipment } from './use-cases/lighten-shipment.js';
export { HoldShipment } from './use-cases/hold-shipment.js';
export { BookCourier } from './use-cases/book-courier.js';
export { ChangeCash } from './use-cases/change-cash.js';
export { ReadRemittances, type ReadRemittance } from './use-cases/read-remittances.js';
export { Dispatch } from './use-cases/dispatch.js';
export { QuoteFreight, type FreightQuote, type Parcel } from './use-cases/quote-freight.js';
export { Deliver } from './use-cases/deliver.js';
export { FollowTracking } from './use-cases/follow-tracking.js';
export { RecordTracking } from './use-cases/record-tracking.js';
export { Shipments, type Shipment, type Tracked } from './data/shipments.repository.js';
export { shipmentStates, type ShipmentState } from './domain/shipment.states.js';
export {
  BookCourierJob,
  CarriageDue,
  ChangeCashJob,
  FollowTrackingJob,
  ShipmentDelivered,
  ShipmentDispatched,
  ShipmentFailed,
  ShipmentPlanned,
  ShipmentReady,
} from './domain/shipment.events.js';
export const fulfilmentMigrations = [
  Shipments1795000065000,
  OwnCarriers1795000065001,
  ParcelsBecomeLighter1795000068190,
  ParcelsWaitWhileABankAsks1795000068200,
  ParcelsKnowTheirPrice1795000071190,
  CouriersCollectCash1795000068220,
];

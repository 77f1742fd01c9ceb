import { CouriersComeAtATime1795000111000 } from './data/migrations/1795000111000-couriers-come-at-a-time.js';
import { ParcelsAreGathered1795000122500 } from './data/migrations/1795000122500-parcels-are-gathered.js';
import { LateParcelsAreFound1795000106000 } from './data/migrations/1795000106000-late-parcels-are-found.js';
import { CouriersCollectCash1795000068220 } from './data/migrations/1795000068220-couriers-collect-cash.js';
import { GoodsAreFetched1795000068230 } from './data/migrations/1795000068230-goods-are-fetched.js';
import { OwnCarriers1795000065001 } from './data/migrations/1795000065001-own-carriers.js';
import { ParcelsBecomeLighter1795000068190 } from './data/migrations/1795000068190-parcels-become-lighter.js';
import { ParcelsWaitWhileABankAsks1795000068200 } from './data/migrations/1795000068200-parcels-wait-while-a-bank-asks.js';
import { ParcelsKnowTheirPrice1795000071190 } from './data/migrations/1795000071190-parcels-know-their-price.js';
import { ParcelsOfOwnCarriersArrive1795000068400 } from './data/migrations/1795000068400-parcels-of-own-carriers-arrive.js';
import { ParcelsKnowSinceWhen1795000068410 } from './data/migrations/1795000068410-parcels-know-since-when.js';
import { ParcelsAreDecidedAbout1795000090450 } from './data/migrations/1795000090450-parcels-are-decided-about.js';
import { ParcelsAreAsTheyShouldBe1795000090451 } from './data/migrations/1795000090451-parcels-are-as-they-should-be.js';
import { ReturnsKnowSinceWhen1795000090452 } from './data/migrations/1795000090452-returns-know-since-when.js';
import { ParcelsThatWaitAreFound1795000090453 } from './data/migrations/1795000090453-parcels-that-wait-are-found.js';
import { BookingsStayKnown1795000090454 } from './data/migrations/1795000090454-bookings-stay-known.js';
import { CouriersAreChosen1795000101000 } from './data/migrations/1795000101000-couriers-are-chosen.js';
import { DeliveriesAreShown1795000102010 } from './data/migrations/1795000102010-deliveries-are-shown.js';
import { WaysTakeTheirDays1795000102000 } from './data/migrations/1795000102000-ways-take-their-days.js';
import { Shipments1795000065000 } from './data/migrations/1795000065000-shipments.js';

export { LateParcelsQuery, type LateParcel } from './data/late-parcels.query.js';
export { FulfilmentModule } from './fulfilment.module.js';
export { PlanShipments, type ShipmentPlan } from './use-cases/plan-shipments.js';
export { CancelShipment } from './use-cases/cancel-shipment.js';
export { LightenShipment } from './use-cases/lighten-shipment.js';
export { HoldShipment } from './use-cases/hold-shipment.js';
export { ChooseCourier } from './use-cases/choose-courier.js';
export { ReadTrackingFiles } from './use-cases/read-tracking-files.js';
export { BookCourier } from './use-cases/book-courier.js';
export { ChangeCash } from './use-cases/change-cash.js';
export { ReadRemittances, type ReadRemittance } from './use-cases/read-remittances.js';
export { Dispatch } from './use-cases/dispatch.js';
export { QuoteFreight, type FreightQuote, type Parcel } from './use-cases/quote-freight.js';
export { DeliverByCode } from './use-cases/deliver-by-code.js';
export { ConfirmReceipt } from './use-cases/confirm-receipt.js';
export { ReadParcel, type AwaitedParcel } from './use-cases/read-parcel.js';
export { deliveryProofs, shipmentOutcomes } from './domain/delivery-code.js';
export { ReckonRoutes } from './use-cases/reckon-routes.js';
export { RouteDaysQuery } from './data/route-days.query.js';
export { ShowDelivery } from './use-cases/show-delivery.js';
export { ScanDeliveryPhoto } from './use-cases/scan-delivery-photo.js';
export { ReadDeliveryPhoto, type OpenedDeliveryPhoto } from './use-cases/read-delivery-photo.js';
export { DestroyDeliveryPhoto } from './use-cases/destroy-delivery-photo.js';
export { PurgeDeliveryPhotos } from './use-cases/purge-delivery-photos.js';
export type { DeliveryPhoto } from './data/delivery-photos.repository.js';
export { deliveryPhotoStates } from './domain/delivery-photo.js';
export { DestroyDeliveryPhotoJob, ScanDeliveryPhotoJob } from './domain/delivery-photo.jobs.js';
export { ChooseSlot } from './use-cases/choose-slot.js';
export { SetSlot, type SlotChoice } from './use-cases/set-slot.js';
export { slotChoosers } from './domain/pickup-slot.js';
export { ChooseSlotJob, SlotMissed } from './domain/pickup-slot.events.js';
export { PrintLabel } from './use-cases/print-label.js';
export { DecideShipment } from './use-cases/decide-shipment.js';
export { DeskParcelsQuery, type DeskParcel } from './data/desk-parcels.query.js';
export { BringToCentre } from './use-cases/bring-to-centre.js';
export { KeepParcel } from './use-cases/keep-parcel.js';
export { HandOver, manifest_max, type Leaving } from './use-cases/hand-over.js';
export { PrintManifest } from './use-cases/print-manifest.js';
export { AlarmCentreParcel } from './use-cases/alarm-centre-parcel.js';
export {
  CentreParcels,
  centres_max,
  type CollectionCentre,
  type GatheredParcel,
  type ListedManifest,
} from './data/centre-parcels.repository.js';
export { centreParcelStates, type CentreParcelState } from './domain/centre-parcel.states.js';
export { CentreParcelWaits, ParcelTakenIn } from './domain/centre.events.js';
export { AlarmShipment } from './use-cases/alarm-shipment.js';
export { FollowTracking } from './use-cases/follow-tracking.js';
export { PlanReturn, type ReturnPlan } from './use-cases/plan-return.js';
export { SendReturn } from './use-cases/send-return.js';
export { EndReturn } from './use-cases/end-return.js';
export { BookPickup } from './use-cases/book-pickup.js';
export { CallOffCourier } from './use-cases/call-off-courier.js';
export { AlarmReturn } from './use-cases/alarm-return.js';
export { CallOffPickup } from './use-cases/call-off-pickup.js';
export { ReturnParcels, type ReturnParcel } from './data/return-parcels.repository.js';
export { returnParcelStates, type ReturnParcelState } from './domain/return-parcel.states.js';
export { RecordTracking } from './use-cases/record-tracking.js';
export { Shipments, type Shipment, type Tracked } from './data/shipments.repository.js';
export { RoadPapers, type MissingPaper } from './data/road-papers.js';
export { KnownDoors, type Doors } from './data/doors.js';
export { shipmentStates, type ShipmentState } from './domain/shipment.states.js';
export {
  BookCourierJob,
  CallOffCourierJob,
  CarriageDue,
  ChangeCashJob,
  FollowTrackingJob,
  ReadTrackingFilesJob,
  ShipmentAttemptFailed,
  ShipmentDelivered,
  ShipmentDispatched,
  ShipmentFailed,
  ShipmentPlanned,
  ShipmentReady,
  ShipmentTakenAnyway,
  ShipmentUnserved,
  ShipmentWaits,
  TrackingFileBroken,
} from './domain/shipment.events.js';
export {
  BookPickupJob,
  CallOffPickupJob,
  PickupBooked,
  PickupEnded,
  PickupMissed,
  ReturnDelivered,
  ReturnLost,
  ReturnWaits,
} from './domain/return.events.js';
export const fulfilmentMigrations = [
  Shipments1795000065000,
  OwnCarriers1795000065001,
  ParcelsBecomeLighter1795000068190,
  ParcelsWaitWhileABankAsks1795000068200,
  CouriersCollectCash1795000068220,
  GoodsAreFetched1795000068230,
  ParcelsOfOwnCarriersArrive1795000068400,
  ParcelsKnowSinceWhen1795000068410,
  ParcelsKnowTheirPrice1795000071190,
  ParcelsAreDecidedAbout1795000090450,
  ParcelsAreAsTheyShouldBe1795000090451,
  ReturnsKnowSinceWhen1795000090452,
  ParcelsThatWaitAreFound1795000090453,
  BookingsStayKnown1795000090454,
  CouriersAreChosen1795000101000,
  WaysTakeTheirDays1795000102000,
  DeliveriesAreShown1795000102010,
  LateParcelsAreFound1795000106000,
  CouriersComeAtATime1795000111000,
  ParcelsAreGathered1795000122500,
];

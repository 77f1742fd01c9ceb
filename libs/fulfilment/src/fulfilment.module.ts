import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CryptoModule } from '#platform/crypto';
import { FilesModule } from '#platform/files';
import { PrintModule } from '#platform/print';
import { PolicyModule } from '#policy';
import { HttpCourier } from './adapters/http-courier.js';
import { PostalCourier } from './adapters/postal-courier.js';
import {
  ShipmentEntity,
  ShipmentLineEntity,
  TrackingFileEntity,
  TrackingNoticeEntity,
} from './data/shipment.entity.js';
import { CentreManifestEntity, CentreParcelEntity, CollectionCentreEntity } from './data/centre-parcel.entity.js';
import { CentreParcels } from './data/centre-parcels.repository.js';
import { DeskParcelsQuery } from './data/desk-parcels.query.js';
import { LateParcelsQuery } from './data/late-parcels.query.js';
import { KnownDoors } from './data/doors.js';
import { RoadPapers } from './data/road-papers.js';
import { PickupBookingEntity, ReturnParcelEntity } from './data/return-parcel.entity.js';
import { ReturnParcels } from './data/return-parcels.repository.js';
import { PickupSlotEntity } from './data/pickup-slot.entity.js';
import { PickupSlots } from './data/pickup-slots.repository.js';
import { DeliveryPhotoEntity } from './data/delivery-photo.entity.js';
import { DeliveryPhotos } from './data/delivery-photos.repository.js';
import { RouteDaysEntity } from './data/route-days.entity.js';
import { RouteDaysQuery } from './data/route-days.query.js';
import { Shipments } from './data/shipments.repository.js';
import { TrackingNotices } from './data/tracking-notices.js';
import { TableTariff } from './adapters/table-tariff.js';
import { COURIER_FILES, COURIER_NOTICES, Couriers } from './ports/courier.js';
import { FREIGHT_TARIFF } from './ports/freight-tariff.js';
import { AlarmCentreParcel } from './use-cases/alarm-centre-parcel.js';
import { AlarmReturn } from './use-cases/alarm-return.js';
import { AlarmShipment } from './use-cases/alarm-shipment.js';
import { BookCourier } from './use-cases/book-courier.js';
import { BookPickup } from './use-cases/book-pickup.js';
import { BringToCentre } from './use-cases/bring-to-centre.js';
import { CallOffCourier } from './use-cases/call-off-courier.js';
import { CallOffPickup } from './use-cases/call-off-pickup.js';
import { ChangeCash } from './use-cases/change-cash.js';
import { ReadRemittances } from './use-cases/read-remittances.js';
import { ChooseSlot } from './use-cases/choose-slot.js';
import { MissSlot } from './use-cases/miss-slot.js';
import { SetSlot } from './use-cases/set-slot.js';
import { CancelShipment } from './use-cases/cancel-shipment.js';
import { DecideShipment } from './use-cases/decide-shipment.js';
import { ChooseCourier } from './use-cases/choose-courier.js';
import { ConfirmReceipt } from './use-cases/confirm-receipt.js';
import { DeliverByCode } from './use-cases/deliver-by-code.js';
import { DeliveryCodes } from './use-cases/delivery-codes.js';
import { Dispatch } from './use-cases/dispatch.js';
import { EndReturn } from './use-cases/end-return.js';
import { FollowTracking } from './use-cases/follow-tracking.js';
import { HandOver } from './use-cases/hand-over.js';
import { HoldShipment } from './use-cases/hold-shipment.js';
import { KeepParcel } from './use-cases/keep-parcel.js';
import { LightenShipment } from './use-cases/lighten-shipment.js';
import { PlanReturn } from './use-cases/plan-return.js';
import { PlanShipments } from './use-cases/plan-shipments.js';
import { PrintManifest } from './use-cases/print-manifest.js';
import { PrintLabel } from './use-cases/print-label.js';
import { QuoteFreight } from './use-cases/quote-freight.js';
import { ReadParcel } from './use-cases/read-parcel.js';
import { ReadTrackingFiles } from './use-cases/read-tracking-files.js';
import { DestroyDeliveryPhoto } from './use-cases/destroy-delivery-photo.js';
import { PurgeDeliveryPhotos } from './use-cases/purge-delivery-photos.js';
import { ReadDeliveryPhoto } from './use-cases/read-delivery-photo.js';
import { ScanDeliveryPhoto } from './use-cases/scan-delivery-photo.js';
import { ShowDelivery } from './use-cases/show-delivery.js';
import { ReckonRoutes } from './use-cases/reckon-routes.js';
import { RecordTracking } from './use-cases/record-tracking.js';
import { SendParcel } from './use-cases/send-parcel.js';
import { SendReturn } from './use-cases/send-return.js';
import { TakeReturnStep } from './use-cases/take-return-step.js';
import { TakeStep } from './use-cases/take-step.js';

const verbs = [
  QuoteFreight,
  ChooseCourier,
  PlanShipments,
  CancelShipment,
  HoldShipment,
  LightenShipment,
  BookCourier,
  ChangeCash,
  ReadRemittances,
  Dispatch,
  DeliverByCode,
  ConfirmReceipt,
  ReadParcel,
  RecordTracking,
  ReadTrackingFiles,
  FollowTracking,
  AlarmShipment,
  PlanReturn,
  SendReturn,
  EndReturn,
  BookPickup,
  CallOffPickup,
  CallOffCourier,
  AlarmReturn,
  DecideShipment,
  PrintLabel,
  ReckonRoutes,
  ShowDelivery,
  ScanDeliveryPhoto,
  ReadDeliveryPhoto,
  DestroyDeliveryPhoto,
  PurgeDeliveryPhotos,
  ChooseSlot,
  SetSlot,
  BringToCentre,
  KeepParcel,
  HandOver,
  PrintManifest,
  AlarmCentreParcel,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      ShipmentEntity,
      ShipmentLineEntity,
      TrackingNoticeEntity,
      TrackingFileEntity,
      ReturnParcelEntity,
      PickupBookingEntity,
      RouteDaysEntity,
      DeliveryPhotoEntity,
      PickupSlotEntity,
      CollectionCentreEntity,
      CentreManifestEntity,
      CentreParcelEntity,
    ]),
    CryptoModule,
    PrintModule,
    FilesModule,
    PolicyModule,
  ],
  providers: [
    ...verbs,
    TakeStep,
    SendParcel,
    CentreParcels,
    DeliveryCodes,
    TakeReturnStep,
    Shipments,
    TrackingNotices,
    ReturnParcels,
    KnownDoors,
    RoadPapers,
    DeskParcelsQuery,
    RouteDaysQuery,
    LateParcelsQuery,
    HttpCourier,
    PostalCourier,
    {
      provide: Couriers,
      inject: [HttpCourier, PostalCourier],
      useFactory: (...all: [HttpCourier, PostalCourier]) => new Couriers(all),
    },
    { provide: COURIER_NOTICES, useExisting: HttpCourier },
    { provide: COURIER_FILES, useExisting: PostalCourier },
    DeliveryPhotos,
    PickupSlots,
    MissSlot,
    { provide: FREIGHT_TARIFF, useClass: TableTariff },
  ],
  exports: [
    ...verbs,
    Shipments,
    ReturnParcels,
    KnownDoors,
    RoadPapers,
    DeskParcelsQuery,
    RouteDaysQuery,
    LateParcelsQuery,
    CentreParcels,
  ],
})
export class FulfilmentModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PolicyModule } from '#policy';
import { HttpCourier } from './adapters/http-courier.js';
import { ShipmentEntity, ShipmentLineEntity, TrackingNoticeEntity } from './data/shipment.entity.js';
import { Shipments } from './data/shipments.repository.js';
import { TableTariff } from './adapters/table-tariff.js';
import { COURIER } from './ports/courier.js';
import { FREIGHT_TARIFF } from './ports/freight-tariff.js';
import { BookCourier } from './use-cases/book-courier.js';
import { ChangeCash } from './use-cases/change-cash.js';
import { ReadRemittances } from './use-cases/read-remittances.js';
import { CancelShipment } from './use-cases/cancel-shipment.js';
import { Deliver } from './use-cases/deliver.js';
import { Dispatch } from './use-cases/dispatch.js';
import { FollowTracking } from './use-cases/follow-tracking.js';
import { HoldShipment } from './use-cases/hold-shipment.js';
import { LightenShipment } from './use-cases/lighten-shipment.js';
import { PlanShipments } from './use-cases/plan-shipments.js';
import { QuoteFreight } from './use-cases/quote-freight.js';
import { RecordTracking } from './use-cases/record-tracking.js';
import { TakeStep } from './use-cases/take-step.js';

const verbs = [
  QuoteFreight,
  PlanShipments,
  CancelShipment,
  HoldShipment,
  LightenShipment,
  BookCourier,
  ChangeCash,
  ReadRemittances,
  Dispatch,
  Deliver,
  RecordTracking,
  FollowTracking,
];

@Module({
  imports: [TypeOrmModule.forFeature([ShipmentEntity, ShipmentLineEntity, TrackingNoticeEntity]), PolicyModule],
  providers: [
    ...verbs,
    TakeStep,
    Shipments,
    { provide: COURIER, useClass: HttpCourier },
    { provide: FREIGHT_TARIFF, useClass: TableTariff },
  ],
  exports: [...verbs, Shipments],
})
export class FulfilmentModule {}

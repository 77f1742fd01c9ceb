import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { HttpCourier } from './adapters/http-courier.js';
import { ShipmentEntity, ShipmentLineEntity, TrackingNoticeEntity } from './data/shipment.entity.js';
import { Shipments } from './data/shipments.repository.js';
import { COURIER } from './ports/courier.js';
import { BookCourier } from './use-cases/book-courier.js';
import { CancelShipment } from './use-cases/cancel-shipment.js';
import { Deliver } from './use-cases/deliver.js';
import { Dispatch } from './use-cases/dispatch.js';
import { FollowTracking } from './use-cases/follow-tracking.js';
import { PlanShipments } from './use-cases/plan-shipments.js';
import { RecordTracking } from './use-cases/record-tracking.js';
import { TakeStep } from './use-cases/take-step.js';

const verbs = [PlanShipments, CancelShipment, BookCourier, Dispatch, Deliver, RecordTracking, FollowTracking];

@Module({
  imports: [TypeOrmModule.forFeature([ShipmentEntity, ShipmentLineEntity, TrackingNoticeEntity])],
  providers: [...verbs, TakeStep, Shipments, { provide: COURIER, useClass: HttpCourier }],
  exports: [...verbs, Shipments],
})
export class FulfilmentModule {}

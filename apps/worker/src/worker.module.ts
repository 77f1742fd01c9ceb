import { Module } from '@nestjs/common';
import { FulfilmentModule } from '#fulfilment';
import { IdentityModule } from '#identity';
import { NotificationsModule } from '#notifications';
import { OrdersModule } from '#orders';
import { PaymentsModule } from '#payments';
import { AuditModule } from '#platform/audit';
import { DatabaseModule } from '#platform/database';
import { ProcurementModule } from '#procurement';

/** The modules whose use-cases the tables beside this file call. */
@Module({
  imports: [
    DatabaseModule,
    AuditModule,
    IdentityModule,
    PaymentsModule,
    FulfilmentModule,
    OrdersModule,
    ProcurementModule,
    NotificationsModule,
  ],
})
export class WorkerModule {}

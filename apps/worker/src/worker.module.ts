import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { FulfilmentModule } from '#fulfilment';
import { GrievancesModule } from '#grievances';
import { IdentityModule } from '#identity';
import { NotificationsModule } from '#notifications';
import { OdopModule } from '#odop';
import { OrdersModule } from '#orders';
import { PaymentsModule } from '#payments';
import { AuditModule } from '#platform/audit';
import { DatabaseModule } from '#platform/database';
import { KeptRowsModule } from '#platform/http';
import { ProcurementModule } from '#procurement';
import { SellersModule } from '#sellers';
import { TaxModule } from '#tax';

/** The modules whose use-cases the tables beside this file call. */
@Module({
  imports: [
    DatabaseModule,
    AuditModule,
    KeptRowsModule,
    IdentityModule,
    OdopModule,
    SellersModule,
    CatalogueModule,
    TaxModule,
    PaymentsModule,
    FulfilmentModule,
    OrdersModule,
    ProcurementModule,
    GrievancesModule,
    NotificationsModule,
  ],
})
export class WorkerModule {}

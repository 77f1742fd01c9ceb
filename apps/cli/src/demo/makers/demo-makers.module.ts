import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { OdopModule } from '#odop';
import { AuditModule } from '#platform/audit';
import { CryptoModule } from '#platform/crypto';
import { DatabaseModule } from '#platform/database';
import { QueueModule } from '#platform/queue';
import { PolicyModule } from '#policy';
import { SellersModule } from '#sellers';
import { DemoDesks } from './demo-desks.js';
import { MakerPlaces } from './maker-places.js';
import { SeedDemoMakers } from './seed-demo-makers.js';

/** A module of its own, so that the other commands, and every start, do without the makers' code. */
@Module({
  imports: [
    DatabaseModule,
    CryptoModule,
    AuditModule,
    IdentityModule,
    OdopModule,
    PolicyModule,
    QueueModule,
    SellersModule,
  ],
  providers: [SeedDemoMakers, DemoDesks, MakerPlaces],
})
export class DemoMakersModule {}

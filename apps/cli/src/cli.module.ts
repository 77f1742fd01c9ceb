import { Module } from '@nestjs/common';
import { CategorySeedModule, ShelfModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { LedgerModule } from '#ledger';
import { OdopModule } from '#odop';
import { AuditModule } from '#platform/audit';
import { CryptoModule } from '#platform/crypto';
import { DatabaseModule } from '#platform/database';
import { QueueModule } from '#platform/queue';
import { PolicyModule } from '#policy';
import { SeedDemoAccounts } from './demo/seed-demo-accounts.js';
import { SeedDemoPeople } from './demo/seed-demo-people.js';

/** What the operator's commands may use. */
@Module({
  imports: [
    DatabaseModule,
    CryptoModule,
    AuditModule,
    CategorySeedModule,
    IdentityModule,
    LedgerModule,
    OdopModule,
    PolicyModule,
    QueueModule,
    ShelfModule,
  ],
  providers: [SeedDemoPeople, SeedDemoAccounts],
})
export class CliModule {}

import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { OdopModule } from '#odop';
import { AuditModule } from '#platform/audit';
import { CryptoModule } from '#platform/crypto';
import { DatabaseModule } from '#platform/database';
import { QueueModule } from '#platform/queue';
import { PolicyModule } from '#policy';
import { SellersModule } from '#sellers';
import { Grounds } from './grounds.js';
import { JudgeShelf } from '../relevance/judge-shelf.js';
import { SeedDemoGoods } from './seed-demo-goods.js';

/** A module of its own, so that the other commands, and every start, do without the shop's code. */
@Module({
  imports: [
    DatabaseModule,
    CryptoModule,
    AuditModule,
    CatalogueModule,
    OdopModule,
    PolicyModule,
    QueueModule,
    SellersModule,
  ],
  providers: [SeedDemoGoods, Grounds, JudgeShelf],
  exports: [SeedDemoGoods, Grounds],
})
export class DemoGoodsModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PolicyModule } from '#policy';
import { SellerYearEntity, TakenBackEntity, WithholdingEntity } from './data/withholding.entity.js';
import { TurnoverMarkEntity } from './data/turnover-mark.entity.js';
import { SupplyGate } from './use-cases/supply-gate.js';
import { WatchTurnover } from './use-cases/watch-turnover.js';
import { QuoteTax } from './use-cases/quote-tax.js';
import { TakeBack } from './use-cases/take-back.js';
import { Withhold } from './use-cases/withhold.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([WithholdingEntity, SellerYearEntity, TakenBackEntity, TurnoverMarkEntity]),
    PolicyModule,
  ],
  providers: [QuoteTax, Withhold, TakeBack, WatchTurnover, SupplyGate],
  exports: [QuoteTax, Withhold, TakeBack, WatchTurnover, SupplyGate],
})
export class TaxModule {}

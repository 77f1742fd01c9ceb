import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PolicyModule } from '#policy';
import { SellerYearEntity, WithholdingEntity } from './data/withholding.entity.js';
import { QuoteTax } from './use-cases/quote-tax.js';
import { Withhold } from './use-cases/withhold.js';

@Module({
  imports: [TypeOrmModule.forFeature([WithholdingEntity, SellerYearEntity]), PolicyModule],
  providers: [QuoteTax, Withhold],
  exports: [QuoteTax, Withhold],
})
export class TaxModule {}

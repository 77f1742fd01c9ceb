import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PromotionEntity, RedemptionEntity } from './data/promotion.entity.js';
import { Promotions } from './data/promotions.repository.js';
import { EndPromotion } from './use-cases/end-promotion.js';
import { GiveBack } from './use-cases/give-back.js';
import { OpenPromotion } from './use-cases/open-promotion.js';
import { Redeem } from './use-cases/redeem.js';

const verbs = [OpenPromotion, EndPromotion, Redeem, GiveBack];

@Module({
  imports: [TypeOrmModule.forFeature([PromotionEntity, RedemptionEntity])],
  providers: [...verbs, Promotions],
  exports: [...verbs, Promotions],
})
export class PromotionsModule {}

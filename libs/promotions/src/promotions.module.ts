import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CryptoModule } from '#platform/crypto';
import { PromotionEntity, RedeemerEntity, RedemptionEntity } from './data/promotion.entity.js';
import { Promotions } from './data/promotions.repository.js';
import { Redeemers } from './data/redeemers.repository.js';
import { EndPromotion } from './use-cases/end-promotion.js';
import { ForgetRedeemers } from './use-cases/forget-redeemers.js';
import { GiveBack } from './use-cases/give-back.js';
import { OpenPromotion } from './use-cases/open-promotion.js';
import { Redeem } from './use-cases/redeem.js';

const verbs = [OpenPromotion, EndPromotion, Redeem, GiveBack, ForgetRedeemers];

@Module({
  imports: [TypeOrmModule.forFeature([PromotionEntity, RedemptionEntity, RedeemerEntity]), CryptoModule],
  providers: [...verbs, Promotions, Redeemers],
  exports: [...verbs, Promotions],
})
export class PromotionsModule {}

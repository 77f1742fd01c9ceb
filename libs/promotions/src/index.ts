import { MakersAndThePlatformGiveReductions1795000067000 } from './data/migrations/1795000067000-makers-and-the-platform-give-reductions.js';
import { AContactCountsAsOnePerson1795000090110 } from './data/migrations/1795000090110-a-contact-counts-as-one-person.js';

export { PromotionsModule } from './promotions.module.js';
export { Promotions, promotionKey } from './data/promotions.repository.js';
export { OpenPromotion } from './use-cases/open-promotion.js';
export { EndPromotion } from './use-cases/end-promotion.js';
export { Redeem, type Redemption } from './use-cases/redeem.js';
export type { Redeemer } from './data/redeemers.repository.js';
export { ForgetRedeemers } from './use-cases/forget-redeemers.js';
export { GiveBack } from './use-cases/give-back.js';
export { shareOut, type LeftWhy, type LineShare, type PricedLine, type SharedOut } from './domain/share-out.js';
export { funders, kinds, standingOf, type Promotion } from './domain/promotion.js';
export type { NewPromotion } from './domain/new-promotion.js';
export const promotionsMigrations = [
  MakersAndThePlatformGiveReductions1795000067000,
  AContactCountsAsOnePerson1795000090110,
];

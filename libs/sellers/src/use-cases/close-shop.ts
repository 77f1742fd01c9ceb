import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Papers } from '../data/evidence.repository.js';
import { Sellers } from '../data/sellers.repository.js';
import { fail } from '../domain/seller.errors.js';
import { sellerStates } from '../domain/seller.states.js';
import { SellerClosed } from '../domain/shop.events.js';
import { OpenDealings } from './open-dealings.js';

@Injectable()
export class CloseShop {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly papers: Papers,
    private readonly dealings: OpenDealings,
  ) {}

  /**
   * The owner closes the shop she acts for. Her papers stay sealed with the books, but what they claim is free: she may
   * come back one day.
   * @throws seller_unknown (404), illegal_transition, shop_has_open_dealings (409)
   * @rule SM-1 S-66
   */
  run(reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      const sellerId = tx.actor.organisationId;
      if (sellerId === null) throw fail('seller_unknown');
      const seller = await this.sellers.lockOwn(tx, sellerId);
      sellerStates.next(seller.state, 'close');
      await this.dealings.assertNone(tx, sellerId);
      await this.papers.release(tx, sellerId);
      await this.sellers.move(tx, seller, 'close', { due_at: null, reason });
      tx.emit(SellerClosed, { sellerId });
    });
  }
}

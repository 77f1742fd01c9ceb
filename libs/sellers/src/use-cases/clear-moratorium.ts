import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork } from '#platform/database';
import { Measures } from '../data/measures.repository.js';
import { Sellers } from '../data/sellers.repository.js';
import { SellerCleared } from '../domain/shop.events.js';
import { WatchPapers } from './watch-papers.js';

@Injectable()
export class ClearMoratorium {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly measures: Measures,
    private readonly watch: WatchPapers,
  ) {}

  /**
   * The case is closed and no fault was found: her goods are on sale again, but for those whose paper ended meanwhile.
   * @throws seller_unknown (404), illegal_transition (409), own_application (403)
   * @rule SM-1 S-28
   */
  run(sellerId: string, reason: string): Promise<void> {
    return this.work.run((tx) =>
      seeingAll(tx, async () => {
        const seller = await this.sellers.lock(tx, sellerId);
        await this.sellers.assertNotOwn(tx, seller);
        const state = await this.sellers.move(tx, seller, 'cleared', { due_at: null, reason });
        await this.measures.end(tx, sellerId, 'cleared', reason);
        tx.emit(SellerCleared, { sellerId });
        await this.watch.inside(tx, { ...seller, state, version: seller.version + 1 });
      }),
    );
  }
}

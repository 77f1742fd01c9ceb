import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { Sellers, type Seller } from '../data/sellers.repository.js';
import { SellerReinstated } from '../domain/shop.events.js';
import { WatchPapers } from './watch-papers.js';

/** The end of a suspension, inside the verb that ends it: the clock's, or the one of an appeal. */
@Injectable()
export class ReinstateSeller {
  constructor(
    private readonly sellers: Sellers,
    private readonly watch: WatchPapers,
  ) {}

  /** Her goods are on sale again, but for those whose paper ended meanwhile. @rule SM-1 */
  async inside(tx: Tx, seller: Seller, reason?: string): Promise<void> {
    const state = await this.sellers.move(tx, seller, 'reinstate', { due_at: null, reason });
    tx.emit(SellerReinstated, { sellerId: seller.id });
    await this.watch.inside(tx, { ...seller, state, version: seller.version + 1 });
  }
}

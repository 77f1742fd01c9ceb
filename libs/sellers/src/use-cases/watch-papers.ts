import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { PolicyQuery } from '#policy';
import { GiAuthorisations } from '../data/gi-authorisations.repository.js';
import { Renewals } from '../data/renewals.repository.js';
import { Sellers, type Seller } from '../data/sellers.repository.js';
import { earliest, outlook, outlookOfRights, type Restriction } from '../domain/paper-terms.rules.js';
import { GiRightEnding, PaperEnding, SellerRenewed, SellerRestricted } from '../domain/shop.events.js';

@Injectable()
export class WatchPapers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly renewals: Renewals,
    private readonly authorisations: GiAuthorisations,
    private readonly policy: PolicyQuery,
  ) {}

  /** Sellers of whose papers one ends or a reminder is due, the longest due first, for the sweep. @rule SM-1 */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select id from sellers.seller where watch_at <= $1 order by watch_at limit $2`,
      [tx.now, limit],
    );
    return rows.map((row) => row.id);
  }

  run(sellerId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const seller = await this.sellers.lock(tx, sellerId);
      if (seller.watch_at !== null && seller.watch_at <= tx.now) await this.inside(tx, seller);
    });
  }

  /**
   * Looks at the papers of a seller whose row is held: hides the goods whose paper ended, shows them again once every paper
   * holds, reminds of what ends soon, rights to the name of a GI too, and says when to look again.
   * @param seller  in the state it has now
   * @rule SM-1 
   */
  async inside(tx: Tx, seller: Seller): Promise<void> {
    const reminder_days = this.policy.at('seller.paper_reminder_days', tx.now);
    const terms = await this.renewals.terms(tx, seller.id);
    const since = seller.watch_at ?? tx.now;
    const { hidden, remind, next } = outlook(terms, since, tx.now, reminder_days);
    const rights = outlookOfRights(await this.authorisations.terms(tx, seller.id), since, tx.now, reminder_days);
    await this.show(tx, seller, hidden);
    await this.sellers.watch(tx, seller.id, earliest([next, rights.next].filter((at) => at !== null)));
    for (const reminder of remind) tx.emit(PaperEnding, { sellerId: seller.id, ...reminder });
    for (const reminder of rights.remind) tx.emit(GiRightEnding, { sellerId: seller.id, ...reminder });
  }

  private async show(tx: Tx, seller: Seller, hidden: readonly Restriction[]): Promise<void> {
    const sellerId = seller.id;
    const change = { restricted_kinds: [...hidden] };
    if (seller.state === 'active' && hidden.length > 0) {
      await this.sellers.move(tx, seller, 'evidence_expires', { due_at: null, change });
      tx.emit(SellerRestricted, { sellerId, hidden: [...hidden] });
    } else if (seller.state === 'restricted' && hidden.length === 0) {
      await this.sellers.move(tx, seller, 'renew', { due_at: null });
      tx.emit(SellerRenewed, { sellerId });
    } else if (seller.state === 'restricted' && hidden.join() !== seller.restricted_kinds.join()) {
      await this.sellers.note(tx, seller, 'restriction_changes', change);
      tx.emit(SellerRestricted, { sellerId, hidden: [...hidden] });
    }
  }
}

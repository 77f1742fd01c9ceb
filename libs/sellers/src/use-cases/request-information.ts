import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { PolicyQuery } from '#policy';
import { Papers } from '../data/evidence.repository.js';
import { Sellers } from '../data/sellers.repository.js';
import { assertAskedFor } from '../domain/application.js';
import type { AskedPaper } from '../domain/corrections.js';
import { SellerNeedsCorrection } from '../domain/seller.events.js';
import { sellerStates } from '../domain/seller.states.js';

@Injectable()
export class RequestInformation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly papers: Papers,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * The officer sends an application back with everything that is to be corrected: once in a round, so that a maker is not
   * asked for one paper after the other. Until she has handed in again nothing more can be asked.
   * @param asks  in words, for the whole
   * @param asked  papers to be corrected or added, each with its reason
   * @throws seller_unknown (404) for another desk's, illegal_transition (409), evidence_not_asked (422), own_application (403)
   * @rule SM-1
   */
  run(sellerId: string, asks: string, asked: readonly AskedPaper[] = []): Promise<void> {
    return this.work.run(async (tx) => {
      const seller = await this.sellers.lockOnDesk(tx, sellerId);
      sellerStates.next(seller.state, 'request_info');
      await this.sellers.assertNotOwn(tx, seller);
      for (const { kind } of asked) assertAskedFor(kind, seller.class);
      await this.papers.note(
        tx,
        sellerId,
        asked.map(({ kind, reason }) => ({ kind, finding: 'failed', note: reason })),
      );
      const due_at = this.policy.deadline('onboarding.correction_days', tx.now);
      await this.sellers.move(tx, seller, 'request_info', { due_at, reason: asks, asks: asked });
      tx.emit(SellerNeedsCorrection, { sellerId });
    });
  }
}

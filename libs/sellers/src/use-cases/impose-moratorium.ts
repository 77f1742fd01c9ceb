import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork } from '#platform/database';
import { PolicyQuery } from '#policy';
import { Measures } from '../data/measures.repository.js';
import { Sellers } from '../data/sellers.repository.js';
import { SellerInMoratorium } from '../domain/shop.events.js';

/** What a measure is about: the incident's number, and why. */
export interface Grounds {
  incident: string;
  reason: string;
}

@Injectable()
export class ImposeMoratorium {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly measures: Measures,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * While an incident is looked into nothing new is sold; what was sold is delivered. The incident desk is reminded of it
   * as long as it lasts.
   * @throws seller_unknown (404), illegal_transition (409), own_application (403)
   * @rule SM-1
   */
  run(sellerId: string, { incident, reason }: Grounds): Promise<void> {
    return this.work.run((tx) =>
      seeingAll(tx, async () => {
        const seller = await this.sellers.lock(tx, sellerId);
        await this.sellers.assertNotOwn(tx, seller);
        const due_at = this.policy.deadline('seller.moratorium_alarm_days', tx.now);
        await this.sellers.move(tx, seller, 'moratorium', { due_at, reason });
        const open = { kind: 'moratorium', severity: null, occurrence: 1, until: null } as const;
        await this.measures.add(tx, { seller_id: sellerId, ...open, incident, reason });
        tx.emit(SellerInMoratorium, { sellerId });
      }),
    );
  }
}

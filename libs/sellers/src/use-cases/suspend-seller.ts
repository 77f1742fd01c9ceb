import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { daysAfter } from '#platform/time';
import { PolicyQuery } from '#policy';
import { Measures } from '../data/measures.repository.js';
import { Sellers, type Seller } from '../data/sellers.repository.js';
import { occurrenceOf, suspensionDays, type Severity } from '../domain/conduct.rules.js';
import { endedStates, sellerStates } from '../domain/seller.states.js';
import { SellerSuspended, SellerWarned } from '../domain/shop.events.js';
import type { Grounds } from './impose-moratorium.js';

@Injectable()
export class SuspendSeller {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly measures: Measures,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * What follows from an upheld incident: a suspension whose length goes by the level of the fault and its repetition, or
   * a warning where the table has no days. Open orders and contracts go on.
   * @throws seller_unknown (404), illegal_transition (409), own_application (403)
   * @rule SM-1
   */
  async run(sellerId: string, severity: Severity, grounds: Grounds): Promise<void> {
    await this.work.run((tx) =>
      seeingAll(tx, async () => {
        const seller = await this.sellers.lock(tx, sellerId);
        await this.sellers.assertNotOwn(tx, seller);
        sellerStates.next(seller.state, 'suspend');
        await this.inside(tx, sellerId, severity, grounds);
      }),
    );
  }

  /**
   * The same in a transaction that sees all. Who is suspended already stays so at least as long as either asks for; of who is
   * no seller any more the fault is kept as a warning.
   * @returns the how-manieth fault of its level this is
   * @throws seller_unknown (404), own_application (403)
   * @rule
   */
  async inside(tx: Tx, sellerId: string, severity: Severity, { incident, reason }: Grounds): Promise<number> {
    const seller = await this.sellers.lock(tx, sellerId);
    await this.sellers.assertNotOwn(tx, seller);
    const earlier = await this.measures.of(tx, sellerId);
    const occurrence = occurrenceOf(severity, earlier, tx.now, (ended) =>
      this.policy.deadline('incident.repeat_months', ended),
    );
    const days = suspensionDays(this.policy.at('incident.suspension', tx.now)[severity], occurrence);
    const measure = { seller_id: sellerId, severity, occurrence, incident, reason };
    if (days > 0 && !endedStates.includes(seller.state)) {
      const until = daysAfter(tx.now, days);
      const now = earlier.find(({ ended_at }) => ended_at === null)?.until ?? until;
      await this.suspend(tx, seller, { ...measure, until: now > until ? now : until });
      return occurrence;
    }
    await this.measures.add(tx, { ...measure, kind: 'warning', until: null });
    await this.sellers.note(tx, seller, 'warn', {});
    tx.audit({ action: 'sellers.warn', object: { kind: 'seller', id: sellerId }, reason });
    tx.emit(SellerWarned, { sellerId });
    return occurrence;
  }

  private async suspend(
    tx: Tx,
    seller: Seller,
    measure: Omit<Parameters<Measures['add']>[1], 'kind'> & { until: Date },
  ): Promise<void> {
    const alarm = this.policy.deadline('seller.suspended_alarm_days', tx.now);
    const due_at = measure.until < alarm ? measure.until : alarm;
    if (sellerStates.can(seller.state, 'suspend'))
      await this.sellers.move(tx, seller, 'suspend', { due_at, reason: measure.reason });
    else await this.sellers.note(tx, seller, 'suspend_longer', { due_at });
    await this.measures.end(tx, seller.id, 'suspended', null);
    await this.measures.add(tx, { ...measure, kind: 'suspension' });
    tx.emit(SellerSuspended, { sellerId: seller.id, until: measure.until.toISOString() });
  }
}

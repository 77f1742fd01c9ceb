import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { istDay } from '#platform/time';
import { DistrictOrders } from '../data/district-orders.repository.js';
import { OfficesQuery } from '../data/offices.query.js';
import { fail } from '../domain/odop.errors.js';
import { ApplyDistrictOrder } from './apply-district-order.js';

@Injectable()
export class DecideDistrictOrder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: DistrictOrders,
    private readonly offices: OfficesQuery,
    private readonly apply: ApplyDistrictOrder,
  ) {}

  /**
   * A second officer of the programme desk confirms or refuses an order. A confirmed one whose day has come takes effect at
   * once, any other on its day, by the clock. Until it has taken effect another officer than the one who confirmed it may
   * still refuse it: one that does not fit any more would stand in its district's way for ever.
   * @throws district_order_not_found (404), outside_your_desk, same_officer_twice (403), district_order_decided (409), and
   *   what no longer fits (as when it was proposed)
   * @rule
   */
  run(orderId: string, decision: 'confirmed' | 'refused', reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      await this.offices.assertMay(tx, 'change_district', order);
      const { personId } = tx.actor;
      const isTakenBack = decision === 'refused' && order.decision === 'confirmed' && order.applied_at === null;
      const isAnothers = personId === null || order.decided_by !== personId;
      if (order.decision !== null && !(isTakenBack && isAnothers))
        throw fail('district_order_decided', { decision: order.decision });
      if (decision === 'confirmed' && personId !== null && order.proposed_by === personId)
        throw fail('same_officer_twice', { step: 'confirm', before: 'propose' });
      await this.orders.decide(tx, orderId, decision, reason);
      tx.audit({
        action: `odop.district_order_${decision}`,
        object: { kind: 'odop.district_order', id: orderId },
        after: { decision },
        reason,
      });
      if (decision === 'confirmed' && order.effective_from <= istDay(tx.now))
        await this.apply.inside(tx, await this.orders.lock(tx, orderId));
    });
  }
}

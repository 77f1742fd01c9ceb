import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { NameRefundAccount, type PayeeAccount } from '#payments';
import { PolicyQuery } from '#policy';
import { Orders, type Order, type OrderLine } from '../data/orders.repository.js';
import { ReturnPhotos } from '../data/return-photos.repository.js';
import { Returns } from '../data/returns.repository.js';
import { fail } from '../domain/order.errors.js';
import { OrderReturnAsked } from '../domain/order.events.js';
import { parties } from '../domain/parties.js';
import { named, type Gone, type Wanted } from '../domain/pieces.js';
import type { ReturnWants } from '../domain/exchange.js';
import { reasonOf, type ReturnReason } from '../domain/return-request.js';
import { photosNeeded } from '../domain/return-photo.js';
import { returnWindows } from '../domain/return-terms.js';
import { PlanExchange } from './plan-exchange.js';

export interface AskedReturn {
  /** In exchange for what: another variant of the goods; the same ones when absent. */
  lines: readonly (Wanted & { forOfferId?: string })[];
  /** A refund when absent. */
  wants?: ReturnWants;
  reason: ReturnReason;
  note: string | null;
  /** Where her money is to go, of an order that was paid at the door. */
  refundTo?: PayeeAccount | undefined;
}

@Injectable()
export class AskReturn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly returns: Returns,
    private readonly photos: ReturnPhotos,
    private readonly planExchange: PlanExchange,
    private readonly policy: PolicyQuery,
    private readonly nameRefundAccount: NameRefundAccount,
  ) {}

  /**
   * The shopper wants to send pieces of a delivered order back, within its window. Food and goods made for her come back
   * only when something is wrong with them. What she has shown of them goes with her ask. Her maker answers in time, or it counts
   * as a yes.
   * @returns the request's id
   * @throws order_not_found · return_window_over · illegal_transition · line_not_in_order · more_than_left · return_needs_defect ·
   *         exchange_only_once · exchange_not_possible · refund_account_needed · return_photos_needed
   * @rule SM-4
   */
  run(orderId: string, asked: AskedReturn): Promise<string> {
    return this.work.run(async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      if (order.buyer_id !== tx.actor.personId) throw fail('order_not_found');
      if (order.returns_until !== null && order.returns_until <= tx.now) throw fail('return_window_over');
      const reason = reasonOf(asked.reason, order);
      const moved = await this.orders.move(tx, order, 'ask_return', reason);
      const pieces = named(await this.orders.lines(tx, orderId), asked.lines);
      if (reason === 'changed_mind') this.assertMayComeBack(moved, pieces, tx.now);
      const forOffers = new Map(
        asked.lines.flatMap((line) => (line.forOfferId ? [[line.lineId, line.forOfferId]] : [])),
      );
      const wants = asked.wants ?? 'refund';
      if (wants === 'exchange') await this.planExchange.assertPossible(tx, order, pieces, forOffers);
      const paidFor = { kind: 'checkout', id: order.checkout_id } as const;
      await this.nameRefundAccount.inside(tx, paidFor, asked.refundTo ?? null);
      const requestId = await this.returns.add(tx, moved, { reason, note: asked.note, pieces, wants, forOffers });
      this.assertShown(tx, reason, await this.photos.claim(tx, orderId, requestId));
      const count = pieces.reduce((sum, one) => sum + one.pieces, 0);
      tx.emit(OrderReturnAsked, { ...parties(order), requestId, pieces: count });
      return requestId;
    });
  }

  /** Whether she has shown enough for what she says. @throws return_photos_needed */
  private assertShown(tx: Tx, reason: ReturnReason, there: number): void {
    if (reason !== 'defect' && reason !== 'wrong') return;
    const needed = this.policy.at(photosNeeded[reason], tx.now);
    if (there < needed) throw fail('return_photos_needed', { needed, there });
  }

  /** Without a defect it depends on the kind of goods, by the terms of the day they arrived. @throws return_needs_defect */
  private assertMayComeBack(order: Order, pieces: readonly Gone<OrderLine>[], now: Date): void {
    const { delivered_at } = order;
    assert(delivered_at, 'what is returned was delivered');
    const late = pieces.filter(({ line }) => {
      const window = returnWindows[line.returns_as];
      const hasNone = this.policy.at(window, delivered_at) === 0; // not even on the day of the delivery
      return hasNone || this.policy.deadline(window, delivered_at) <= now;
    });
    if (late.length > 0) throw fail('return_needs_defect', { lineIds: late.map(({ line }) => line.id) });
  }
}

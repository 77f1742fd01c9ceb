import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { UnpaidPayoutsQuery } from '#payments';
import type { Tx } from '#platform/database';
import { OpenDealings } from '#sellers';
import { orderStates } from '../domain/order.states.js';

const completed = z.object({ id: z.uuid(), number: z.string(), checkout_id: z.uuid() });
const batch_orders = 1_000;
const final = orderStates.names.filter((state) => orderStates.isFinal(state));

/** Orders that hinder the end of a shop. @rule SM-1 */
@Injectable()
export class OpenOrdersQuery implements OnModuleInit {
  constructor(
    private readonly dealings: OpenDealings,
    private readonly payouts: UnpaidPayoutsQuery,
  ) {}

  onModuleInit(): void {
    this.dealings.askFor('order', (tx, sellerId) => this.numbers(tx, sellerId));
    this.dealings.askFor('unpaid_order', (tx, sellerId) => this.unpaid(tx, sellerId));
  }

  /** The first ones that are not at their end. */
  async numbers(tx: Tx, sellerId: string): Promise<string[]> {
    const rows = await tx.many(
      z.object({ number: z.string() }),
      `select number from orders."order" where seller_id = $1 and not state = any($2) order by id limit 10`,
      [sellerId, final],
    );
    return rows.map((row) => row.number);
  }

  /** The last ones that are completed and of whose money no payout was made yet. @rule SM-1 */
  async unpaid(tx: Tx, sellerId: string): Promise<string[]> {
    for (let before: string | null = null; ;) {
      const orders: z.infer<typeof completed>[] = await tx.many(
        completed,
        `select id, number, checkout_id from orders."order"
          where seller_id = $1 and state = 'completed' and total_paise > refunded_paise and ($2::uuid is null or id < $2) order by id desc limit $3`,
        [sellerId, before, batch_orders],
      );
      const waiting = new Set(await this.payouts.unreleased(tx, orders));
      if (waiting.size > 0) return orders.flatMap(({ id, number }) => (waiting.has(id) ? [number] : [])).slice(0, 10);
      if (orders.length < batch_orders) return [];
      before = orders.at(-1)!.id;
    }
  }
}

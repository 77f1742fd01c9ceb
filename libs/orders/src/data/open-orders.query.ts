import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { OpenDealings } from '#sellers';
import { orderStates } from '../domain/order.states.js';

const final = orderStates.names.filter((state) => orderStates.isFinal(state));

/** Orders that hinder the end of a shop. @rule SM-1 */
@Injectable()
export class OpenOrdersQuery implements OnModuleInit {
  constructor(private readonly dealings: OpenDealings) {}

  onModuleInit(): void {
    this.dealings.askFor('order', (tx, sellerId) => this.numbers(tx, sellerId));
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
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { OpenDealings } from '#sellers';

/** Money of a shop that is still on its way to her. @rule SM-1 */
@Injectable()
export class UnpaidPayoutsQuery implements OnModuleInit {
  constructor(private readonly dealings: OpenDealings) {}

  onModuleInit(): void {
    this.dealings.askFor('payout', (tx, sellerId) => this.ids(tx, sellerId));
  }

  async ids(tx: Tx, sellerId: string): Promise<string[]> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select id from payments.payout where seller_id = $1 and state <> 'paid' order by id limit 10`,
      [sellerId],
    );
    return rows.map((row) => row.id);
  }
}

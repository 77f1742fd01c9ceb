import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';

@Injectable()
export class DuePayoutsQuery {
  /** Payouts the bank was still working on and is to be asked about again. */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select id from payments.payout where check_at <= $1 order by check_at limit $2`,
      [tx.now, limit],
    );
    return rows.map((row) => row.id);
  }
}

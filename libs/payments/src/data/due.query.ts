import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { Refunds } from './refunds.repository.js';

const ids = z.object({ id: z.uuid() });

@Injectable()
export class DuePaymentsQuery {
  constructor(private readonly refundRows: Refunds) {}

  /** Payments whose time to pay is over, or that have been under way for a while. */
  async payments(tx: Tx, limit: number): Promise<string[]> {
    const sql = `select id from payments.payment where check_at <= $1 order by check_at limit $2`;
    return (await tx.many(ids, sql, [tx.now, limit])).map((row) => row.id);
  }

  /** Refunds the provider was still working on, or whose next try is due. */
  refunds(tx: Tx, limit: number): Promise<string[]> {
    return this.refundRows.due(tx, limit);
  }

  /** Payouts the bank was still working on and is to be asked about again. */
  async payouts(tx: Tx, limit: number): Promise<string[]> {
    const sql = `select id from payments.payout where check_at <= $1 order by check_at limit $2`;
    return (await tx.many(ids, sql, [tx.now, limit])).map((row) => row.id);
  }
}

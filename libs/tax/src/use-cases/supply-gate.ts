import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, type Tx } from '#platform/database';
import { financialYear } from '#platform/time';
import { PolicyQuery } from '#policy';
import type { GstStatus } from '#sellers';
import { fail } from '../domain/tax.errors.js';

const sellerRow = z.object({ seller_id: z.uuid() });

/** Whether makers may sell through the platform on that day at all, whatever the State. */
@Injectable()
export class SupplyGate {
  constructor(private readonly policy: PolicyQuery) {}

  /**
   * Composition dealers and unregistered makers sell through the platform only while the law of the day lets them; who is
   * unregistered and has sold up to the threshold this year or the last takes no new orders until she is registered.
   * @throws seller_not_through_operator (422), seller_turnover_reached (422)
   * @rule  
   */
  async check(tx: Tx, makers: readonly { sellerId: string; gstStatus: GstStatus | null }[]): Promise<void> {
    const barred = makers.filter(({ gstStatus }) => !this.isOpenTo(gstStatus, tx.now));
    if (barred.length > 0) throw fail('seller_not_through_operator', { sellerIds: barred.map((one) => one.sellerId) });
    const watched = makers.filter(({ gstStatus }) => gstStatus === 'enrolled_unregistered');
    if (watched.length === 0) return;
    const years = [financialYear(tx.now), financialYear(new Date(tx.now.getTime() - year_ms))];
    // The shopper reads nobody's sales: only whether the mark was reached.
    const full = await seeingAll(tx, () =>
      tx.many(
        sellerRow,
        `select distinct seller_id from tax.turnover_mark
          where seller_id = any ($1) and financial_year = any ($2) and stops order by seller_id`,
        [watched.map((one) => one.sellerId), years],
      ),
    );
    if (full.length > 0) throw fail('seller_turnover_reached', { sellerIds: full.map((row) => row.seller_id) });
  }

  private isOpenTo(status: GstStatus | null, at: Date): boolean {
    if (status === 'composition') return this.policy.at('gst.composition_through_operator', at);
    if (status === 'enrolled_unregistered') return this.policy.at('gst.unregistered_through_operator', at);
    return true;
  }
}

/** So long ago it was the financial year before. */
const year_ms = 365 * 86_400_000;

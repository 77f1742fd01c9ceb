import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { paiseColumn } from '#platform/money';
import { financialYear } from '#platform/time';
import { PolicyQuery, stateScope } from '#policy';
import type { GstStatus } from '#sellers';
import { marksReached } from '../domain/turnover.js';
import { TurnoverFull, TurnoverNear } from '../domain/tax.events.js';

/** A maker as the watch sees her. */
export interface Watched {
  sellerId: string;
  /** Her State has its own threshold, `IN-UP`. */
  stateCode: string;
  gstStatus: GstStatus | null;
}

const yearRow = z.object({ gross_paise: paiseColumn });
const markRow = z.object({ share_bp: z.number() });

@Injectable()
export class WatchTurnover {
  constructor(private readonly policy: PolicyQuery) {}

  /**
   * Looks what a maker without registration has sold this year, once a sale was counted for her: at the shares of her State's
   * threshold she is warned, and at the last of them told that new orders stop. Each share is told once a year, of several at
   * once the highest.
   * @rule
   */
  async inside(tx: Tx, maker: Watched): Promise<void> {
    if (maker.gstStatus !== 'enrolled_unregistered') return;
    const year = financialYear(tx.now);
    const sold = await tx.maybe(
      yearRow,
      `select gross_paise from tax.seller_year where seller_id = $1 and financial_year = $2`,
      [maker.sellerId, year],
    );
    const turnover_paise = sold?.gross_paise ?? 0n;
    const { warn_bp, stop_bp } = this.policy.at('gst.turnover_watch', tx.now);
    const threshold_paise = this.policy.at('gst.registration_threshold', tx.now, {
      state: stateScope(maker.stateCode),
    });
    const reached = marksReached(turnover_paise, { threshold_paise, warn_bp, stop_bp });
    if (reached.length === 0) return;
    const fresh = await tx.many(
      markRow,
      `insert into tax.turnover_mark (seller_id, financial_year, share_bp, stops, turnover_paise, threshold_paise, reached_at)
       select $1, $2, share_bp, share_bp >= $4, $5, $6, $7 from unnest($3::int[]) as share_bp
       on conflict do nothing returning share_bp`,
      [maker.sellerId, year, reached, stop_bp, turnover_paise.toString(), threshold_paise.toString(), tx.now],
    );
    if (fresh.length === 0) return;
    const share_bp = Math.max(...fresh.map((mark) => mark.share_bp));
    tx.emit(share_bp >= stop_bp ? TurnoverFull : TurnoverNear, {
      ...{ sellerId: maker.sellerId, financialYear: year, share_bp },
      ...{ turnover_paise: Number(turnover_paise), threshold_paise: Number(threshold_paise) },
    });
  }
}

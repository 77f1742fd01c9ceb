import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { namedId, type Cause } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';
import { financialYear, startOfIstDay } from '#platform/time';
import { netOf, type EarningParts } from '../domain/earning.js';
import { EarningEntity } from './earning.entity.js';

export interface NewEarning {
  id: string;
  kind: 'sale' | 'claw_back' | 'correction';
  cause: Cause;
  sellerId: string;
  parts: EarningParts;
  /** Rates and facts it was worked out with. @rule */
  basis: Record<string, unknown>;
  payoutId: string | null;
}

const found = z.object({ id: z.uuid(), payout_id: z.uuid().nullable() });
const sum = z.object({ sum_paise: paiseColumn });

/** A sale is earned once, whoever asks how often. */
export const earningOf = (cause: Cause): string => namedId('earning', cause.kind, cause.id);

@Injectable()
export class Earnings {
  async add(tx: Tx, earning: NewEarning): Promise<void> {
    const { parts, cause } = earning;
    await tx.insert(EarningEntity, {
      ...{
        id: earning.id,
        kind: earning.kind,
        cause_kind: cause.kind,
        cause_id: cause.id,
        seller_id: earning.sellerId,
      },
      paid_paise: parts.paid_paise.toString(),
      coupon_paise: parts.coupon_paise.toString(),
      fee_paise: parts.fee_paise.toString(),
      fee_gst_paise: parts.fee_gst_paise.toString(),
      tcs_paise: parts.tcs_paise.toString(),
      income_tax_paise: parts.income_tax_paise.toString(),
      carriage_paise: parts.carriage_paise.toString(),
      net_paise: netOf(parts).toString(),
      ...{ basis: earning.basis, payout_id: earning.payoutId, made_at: tx.now },
    });
  }

  /** The earning of a sale; null while there is none. */
  ofSale(tx: Tx, cause: Cause): Promise<z.infer<typeof found> | null> {
    const sql = `select id, payout_id from payments.earning where kind = 'sale' and cause_kind = $1 and cause_id = $2`;
    return tx.maybe(found, sql, [cause.kind, cause.id]);
  }

  /** What a maker's goods were sold for in this financial year so far, what came back taken off. @rule */
  async ofYear(tx: Tx, sellerId: string): Promise<Paise> {
    const from = startOfIstDay(`${financialYear(tx.now).slice(0, 4)}-04-01`);
    const row = await tx.maybe(
      sum,
      `select coalesce(sum(paid_paise + coupon_paise), 0)::bigint as sum_paise
         from payments.earning where seller_id = $1 and made_at >= $2`,
      [sellerId, from],
    );
    return row?.sum_paise ?? 0n;
  }

  async paidBy(tx: Tx, earningId: string, payoutId: string): Promise<void> {
    await tx.run(`update payments.earning set payout_id = $2 where id = $1`, [earningId, payoutId]);
  }
}

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { cause, namedId, type Cause } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';
import { financialYear, startOfIstDay } from '#platform/time';
import { netOf, type EarningParts } from '../domain/earning.js';
import { heldEarning } from './earning-holds.repository.js';
import { EarningEntity } from './earning.entity.js';

export interface NewEarning {
  id: string;
  kind: 'sale' | 'claw_back' | 'correction';
  cause: Cause;
  sellerId: string;
  /** The checkout it was paid with; null where nobody knows any more. */
  paidForId: string | null;
  parts: EarningParts;
  /** Rates and facts it was worked out with. @rule */
  basis: Record<string, unknown>;
  payoutId: string | null;
}

const found = z.object({ id: z.uuid(), payout_id: z.uuid().nullable() });
const earnedRow = z
  .object({
    cause_kind: cause.shape.kind,
    cause_id: z.uuid(),
    seller_id: z.uuid(),
    paid_for_id: z.uuid().nullable(),
    paid_paise: paiseColumn,
    coupon_paise: paiseColumn,
    /** The sale as it was credited. */
    credited_paise: paiseColumn,
  })
  .transform(({ cause_kind, cause_id, ...rest }) => ({ ...rest, cause: { kind: cause_kind, id: cause_id } as Cause }));
/** What remains of what a maker was credited with. */
export type Earned = z.infer<typeof earnedRow>;

const earnedSql = `
  select cause_kind, cause_id, seller_id, (array_agg(paid_for_id))[1] as paid_for_id,
         sum(paid_paise)::bigint as paid_paise, sum(coupon_paise)::bigint as coupon_paise,
         coalesce(sum(paid_paise + coupon_paise) filter (where kind = 'sale'), 0)::bigint as credited_paise
    from payments.earning`;

const sum = z.object({ sum_paise: paiseColumn });

/** A sale is earned once, whoever asks how often. */
export const earningOf = (of: Cause): string => namedId('earning', of.kind, of.id);

@Injectable()
export class Earnings {
  async add(tx: Tx, earning: NewEarning): Promise<void> {
    const { parts, cause: of } = earning;
    await tx.insert(EarningEntity, {
      ...{
        id: earning.id,
        kind: earning.kind,
        cause_kind: of.kind,
        cause_id: of.id,
        seller_id: earning.sellerId,
      },
      paid_for_id: earning.paidForId,
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
  ofSale(tx: Tx, of: Cause): Promise<z.infer<typeof found> | null> {
    const sql = `select id, payout_id from payments.earning where kind = 'sale' and cause_kind = $1 and cause_id = $2`;
    return tx.maybe(found, sql, [of.kind, of.id]);
  }

  /** What a maker's goods were sold for in this financial year so far, what came back later not taken off: a mark that was reached stays so. @rule */
  async ofYear(tx: Tx, sellerId: string): Promise<Paise> {
    const from = startOfIstDay(`${financialYear(tx.now).slice(0, 4)}-04-01`);
    const row = await tx.maybe(
      sum,
      `select coalesce(sum(paid_paise + coupon_paise), 0)::bigint as sum_paise
         from payments.earning where kind = 'sale' and seller_id = $1 and made_at >= $2`,
      [sellerId, from],
    );
    return row?.sum_paise ?? 0n;
  }

  /** Everything a maker earned that no payout has paid yet, and that waits for no decision, is paid by this one. */
  async paidBy(tx: Tx, sellerId: string, payoutId: string): Promise<void> {
    const sql = `update payments.earning e set payout_id = $2
                  where e.seller_id = $1 and e.payout_id is null and not (${heldEarning})`;
    await tx.run(sql, [sellerId, payoutId]);
  }

  /** Whether there is such an earning already. */
  async has(tx: Tx, id: string): Promise<boolean> {
    return (await tx.run(`select 1 from payments.earning where id = $1`, [id])) > 0;
  }

  /** What a maker was credited with for a cause, less what was taken back of it; null when nothing was. */
  async earned(tx: Tx, of: Cause): Promise<Earned | null> {
    const sql = `${earnedSql} where cause_kind = $1 and cause_id = $2 group by cause_kind, cause_id, seller_id`;
    return tx.maybe(earnedRow, sql, [of.kind, of.id]);
  }

  /** The same of everything that was paid with a checkout, in a fixed order. */
  ofCheckout(tx: Tx, checkoutId: string): Promise<Earned[]> {
    const sql = `${earnedSql} where paid_for_id = $1 group by cause_kind, cause_id, seller_id order by cause_id`;
    return tx.many(earnedRow, sql, [checkoutId]);
  }
}

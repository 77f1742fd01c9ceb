import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { PolicyQuery } from '#policy';
import { returnsAs, returnWindows, type ReturnsAs } from '../domain/return-terms.js';

const makerRow = z.object({ seller_id: z.uuid(), name: z.string(), place: z.string(), state_code: z.string() });

/** What a shopper is told of who sells to her and on which terms, before she orders. @rule */
export interface Shown {
  /** By seller id: the name a maker is registered under, and where she is. */
  makers: ReadonlyMap<string, z.infer<typeof makerRow>>;
  /** Days after delivery in which goods of each kind come back without a defect. */
  return_days: Readonly<Record<ReturnsAs, number>>;
  /** The same with a defect, whatever they are. */
  defect_days: number;
}

@Injectable()
export class ShownMakersQuery {
  constructor(private readonly policy: PolicyQuery) {}

  /** @rule */
  async of(tx: Tx, sellerIds: readonly string[]): Promise<Shown> {
    const rows = await tx.many(
      makerRow,
      `select seller_id, name, place, state_code from sellers.v_seller where seller_id = any($1::uuid[])`,
      [[...new Set(sellerIds)]],
    );
    const days = returnsAs.map((kind) => [kind, this.policy.at(returnWindows[kind], tx.now)] as const);
    return {
      makers: new Map(rows.map((row) => [row.seller_id, row])),
      return_days: Object.fromEntries(days) as Record<ReturnsAs, number>,
      defect_days: this.policy.at('retail.return_window_days', tx.now),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, type Tx } from '#platform/database';
import { istDay } from '#platform/time';
import { enterpriseSizes } from '../domain/enterprise-size.js';
import { preferenceFlags, proofRegisters } from '../domain/preference.js';
import { Sellers } from './sellers.repository.js';

const preferenceRow = z.object({
  seller_id: z.uuid(),
  flag: z.enum(preferenceFlags),
  size: z.enum(enterpriseSizes).nullable(),
  source: z.enum(proofRegisters),
  verified_at: z.date(),
  valid_to: z.string(),
});
/** Something proved of a seller: by which register, when, and until which day it holds. */
export type Preference = z.infer<typeof preferenceRow>;

const select = `select seller_id, flag, size, source, verified_at, valid_to::text from sellers.preference`;

@Injectable()
export class PreferencesQuery {
  constructor(private readonly sellers: Sellers) {}

  /**
   * What was proved of sellers and held at an instant: for purchases, whoever asks. A later proof or its end changes
   * nothing of what held then.
   * @rule
   */
  heldBy(tx: Tx, sellerIds: readonly string[], at: Date): Promise<Preference[]> {
    return seeingAll(tx, () =>
      tx.many(
        preferenceRow,
        `${select} where seller_id = any($1::uuid[]) and verified_at <= $2 and (ended_at is null or ended_at > $2)
            and valid_to >= $3 order by seller_id, flag`,
        [sellerIds, at, istDay(at)],
      ),
    );
  }

  /** The seller's own, as they hold now. @throws seller_unknown (404) @rule S-42 */
  async own(tx: Tx, sellerId: string): Promise<Preference[]> {
    return this.heldBy(tx, [(await this.sellers.findOwn(tx, sellerId)).id], tx.now);
  }
}

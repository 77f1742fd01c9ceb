import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ServiceKeys } from '#platform/crypto';
import { seeingAll, type Tx } from '#platform/database';
import { RedeemerEntity } from './promotion.entity.js';

/** Who has a reduction: a person or a guest, and by which contacts she is known again. */
export interface Redeemer {
  personId: string;
  /** Keyed hashes of her mobile and e-mail address; equal ones are one person. */
  contacts: readonly Buffer[];
}

const counted = z.object({ promotion_id: z.uuid(), had: z.number() });

@Injectable()
export class Redeemers {
  constructor(private readonly keys: ServiceKeys) {}

  /**
   * How often she has had each of some promotions: under her own id, and by whoever gave one of her contacts.
   * @rule S-11 S-42
   */
  async had(tx: Tx, promotionIds: readonly string[], by: Redeemer): Promise<ReadonlyMap<string, number>> {
    // What others had is counted, never shown: the answer is a number.
    const rows = await seeingAll(tx, () =>
      tx.many(
        counted,
        `select p.id as promotion_id, count(*)::integer as had
           from unnest($1::uuid[]) p(id)
          cross join lateral (
            select r.checkout_id from promotions.redemption r
             where r.promotion_id = p.id and r.person_id = $2 and r.given_back_at is null
             union
            select r.checkout_id from promotions.redeemer c
              join promotions.redemption r on r.promotion_id = c.promotion_id and r.checkout_id = c.checkout_id
             where c.promotion_id = p.id and c.contact_lookup = any($3::bytea[]) and r.given_back_at is null) h
          group by p.id`,
        [[...promotionIds], by.personId, this.kept(by)],
      ),
    );
    return new Map(rows.map((row) => [row.promotion_id, row.had]));
  }

  /** Keeps by what she is known again, with what she had. */
  async add(tx: Tx, promotionId: string, checkoutId: string, by: Redeemer): Promise<void> {
    for (const contact_lookup of this.kept(by)) {
      await tx.insert(RedeemerEntity, { promotion_id: promotionId, checkout_id: checkoutId, contact_lookup });
    }
  }

  /** Hashed once more: what is kept here finds nobody in another table. @rule S-63 */
  private kept({ contacts }: Redeemer): Buffer[] {
    const each = new Set(contacts.map((contact) => contact.toString('hex')));
    return [...each].sort().map((hex) => this.keys.hmac('lookup', 'promotions.redeemer', hex));
  }
}

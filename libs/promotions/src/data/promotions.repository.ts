import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { fail } from '../domain/promotion.errors.js';
import { promotion, standingOf, type Promotion } from '../domain/promotion.js';
import { Redeemers, type Redeemer } from './redeemers.repository.js';

const columns = `p.id, p.code, p.title, p.kind, p.value_bp, p.amount_paise, p.buy, p.free, p.min_paise, p.cap_paise, p.seller_id,
  p.funded_by, p.stacks, p.starts_at, p.ends_at, p.uses_max, p.uses, p.per_person_max, p.ended_at, p.version`;

/** The sort key of a list: the newest first. */
export const promotionKey = z.tuple([z.uuid()]);

@Injectable()
export class Promotions {
  constructor(private readonly redeemers: Redeemers) {}

  /**
   * What a shopper can have for a cart: what is given by itself, and what she has a code for.
   *
   * @param of.codes  as she typed them
   * @param of.by  asked for only when there is a promotion
   * @param of.sellerIds  makers of the cart
   * @throws promotion_unknown · promotion_over · promotion_used_up · promotion_not_for_cart, for a code
   */
  async applicable(
    tx: Tx,
    of: { codes: string[]; by: () => Promise<Redeemer>; sellerIds: string[] },
  ): Promise<Promotion[]> {
    const codes = [...new Set(of.codes.map((code) => code.trim().toUpperCase()))];
    const rows = await tx.many(
      promotion,
      `select ${columns}
         from promotions.promotion p
        where p.ended_at is null
          and (p.code = any($1)
               or p.code is null and p.starts_at <= $3 and p.ends_at > $3 and (p.seller_id is null or p.seller_id = any($2)))
        order by p.id`,
      [codes, of.sellerIds, tx.now],
    );
    for (const code of codes) {
      if (!rows.some((row) => row.code === code)) throw fail('promotion_unknown');
    }
    if (rows.length === 0) return [];
    const had = await this.redeemers.had(
      tx,
      rows.map((row) => row.id),
      await of.by(),
    );
    return rows.filter((row) => {
      const standing = standingOf(row, tx.now);
      const isMeant = row.seller_id === null || of.sellerIds.includes(row.seller_id);
      const hadEnough = (had.get(row.id) ?? 0) >= row.per_person_max;
      if (row.code === null) return standing === 'open' && !hadEnough;
      if (standing === 'coming' || standing === 'over') throw fail('promotion_over', { code: row.code, standing });
      if (standing === 'used_up') throw fail('promotion_used_up', { code: row.code, by: 'all' });
      if (hadEnough) throw fail('promotion_used_up', { code: row.code, by: 'you' });
      if (!isMeant) throw fail('promotion_not_for_cart', { code: row.code });
      return true;
    });
  }

  /** Those of a maker, or of the platform (null), the newest first. */
  of(tx: Tx, sellerId: string | null, request: PageRequest<z.infer<typeof promotionKey>>): Promise<Promotion[]> {
    const part = keyset(request, ['p.id'], 'desc', 2);
    return tx.many(
      promotion,
      `select ${columns} from promotions.promotion p where p.seller_id is not distinct from $1::uuid ${part.where}
        order by ${part.orderBy} limit ${part.limit}`,
      [sellerId, ...part.values],
    );
  }

  /** One of a maker or of the platform, held; another's is not there (S-42). @throws promotion_unknown */
  async lock(tx: Tx, id: string, sellerId: string | null): Promise<Promotion> {
    const found = await tx.maybe(
      promotion,
      `select ${columns} from promotions.promotion p where p.id = $1 and p.seller_id is not distinct from $2::uuid for update`,
      [id, sellerId],
    );
    if (!found) throw fail('promotion_unknown');
    return found;
  }
}

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { Paise } from '#platform/money';
import { Redeemers, type Redeemer } from '../data/redeemers.repository.js';
import { RedemptionEntity } from '../data/promotion.entity.js';
import { fail } from '../domain/promotion.errors.js';

export interface Redemption {
  checkoutId: string;
  by: Redeemer;
  applied: readonly { promotionId: string; discount_paise: Paise }[];
}

const taken = z.object({ code: z.string().nullable(), per_person_max: z.number() });

@Injectable()
export class Redeem {
  constructor(private readonly redeemers: Redeemers) {}

  /**
   * Takes what a checkout was promised, in the caller's transaction and in id order: each one guarded by its own row, so
   * that a promotion is never given more often than it was offered, to all or to one. One is who gives the same mobile or
   * e-mail address: a guest with another cart, or she who signs in with it later.
   * @throws promotion_over · promotion_used_up
   * @rule S-10 S-11
   */
  async inside(tx: Tx, { checkoutId, by, applied }: Redemption): Promise<void> {
    for (const { promotionId, discount_paise } of [...applied].sort((a, b) =>
      a.promotionId < b.promotionId ? -1 : 1,
    )) {
      const promotion = await tx.maybe(
        taken,
        `update promotions.promotion set uses = uses + 1
          where id = $1 and ended_at is null and starts_at <= $2 and ends_at > $2 and uses < coalesce(uses_max, uses + 1)
         returning code, per_person_max`,
        [promotionId, tx.now],
      );
      if (!promotion) throw await this.refusal(tx, promotionId);
      // Read after its row was taken: nobody else has it at the same moment.
      const had = (await this.redeemers.had(tx, [promotionId], by)).get(promotionId) ?? 0;
      if (had >= promotion.per_person_max) throw fail('promotion_used_up', { code: promotion.code, by: 'you' });
      await tx.insert(RedemptionEntity, {
        promotion_id: promotionId,
        checkout_id: checkoutId,
        person_id: by.personId,
        discount_paise: discount_paise.toString(),
        made_at: tx.now,
        given_back_at: null,
      });
      await this.redeemers.add(tx, promotionId, checkoutId, by);
    }
  }

  private async refusal(tx: Tx, id: string): Promise<Error> {
    const row = z.object({ code: z.string().nullable(), is_over: z.boolean() });
    const found = await tx.maybe(
      row,
      `select code, ended_at is not null or ends_at <= $2 as is_over from promotions.promotion where id = $1`,
      [id, tx.now],
    );
    if (!found) return fail('promotion_unknown');
    if (found.is_over) return fail('promotion_over', { code: found.code ?? 'This reduction', standing: 'over' });
    return fail('promotion_used_up', { code: found.code, by: 'all' });
  }
}

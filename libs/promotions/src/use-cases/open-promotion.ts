import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { assertFit, type NewPromotion } from '../domain/new-promotion.js';
import { fail } from '../domain/promotion.errors.js';
import { PromotionEntity } from '../data/promotion.entity.js';

@Injectable()
export class OpenPromotion {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Gives a reduction from a day to another. A maker pays for hers, on her own goods; the platform for its own, on all.
   *
   * @param sellerId  the maker; null: the platform
   * @throws promotion_unfit · promotion_code_taken
   * @rule S-10
   */
  run(wanted: NewPromotion, sellerId: string | null): Promise<{ promotionId: string }> {
    return this.work.run(async (tx) => {
      const fundedBy = sellerId === null ? 'platform' : 'maker';
      assertFit(wanted, fundedBy, tx.now);
      const { gives, code } = wanted;
      if (code !== null && (await this.isTaken(tx, code))) throw fail('promotion_code_taken', { code });
      const id = newId();
      const paise = (amount: bigint | null | undefined): string | null => amount?.toString() ?? null;
      await tx.insert(PromotionEntity, {
        ...{ id, code, title: wanted.title, kind: gives.kind },
        value_bp: gives.kind === 'percent' ? gives.value_bp : null,
        amount_paise: gives.kind === 'amount' ? paise(gives.amount_paise) : null,
        buy: gives.kind === 'buy_x_get_y' ? gives.buy : null,
        free: gives.kind === 'buy_x_get_y' ? gives.free : null,
        min_paise: wanted.min_paise.toString(),
        cap_paise: gives.kind === 'percent' ? paise(gives.cap_paise) : null,
        ...{ seller_id: sellerId, funded_by: fundedBy, stacks: wanted.stacks },
        ...{ starts_at: wanted.startsAt, ends_at: wanted.endsAt, uses_max: wanted.uses_max, uses: 0 },
        ...{ per_person_max: wanted.per_person_max, ended_at: null, version: 1 },
        ...{ made_by_id: tx.actor.personId, made_at: tx.now },
      });
      tx.audit({ action: 'promotions.opened', object: { kind: 'promotion', id }, after: { code, kind: gives.kind } });
      return { promotionId: id };
    });
  }

  /** Two who choose the same code at once: the second waits for the first, and is told. */
  private async isTaken(tx: Tx, code: string): Promise<boolean> {
    await tx.run(`select pg_advisory_xact_lock(hashtextextended('promotions.code:' || $1, 0))`, [code]);
    return (await tx.run(`select 1 from promotions.promotion where code = $1 and ended_at is null`, [code])) > 0;
  }
}

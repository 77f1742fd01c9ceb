import { z } from 'zod';
import { paiseColumn } from '#platform/money';
import type { Promotion, SharedOut } from '#promotions';

/** A promotion that lowers what a quote costs. */
export const reduction = z.object({
  promotionId: z.uuid(),
  /** Null: it is given without asking. */
  code: z.string().nullable(),
  title: z.string(),
  discount_paise: paiseColumn,
});
export type Reduction = z.infer<typeof reduction>;

/** What was applied, with its names. */
export function reductionsOf({ applied }: SharedOut, promotions: readonly Promotion[]): Reduction[] {
  const byId = new Map(promotions.map((one) => [one.id, one]));
  return applied.map(({ promotionId, discount_paise }) => {
    const { code, title } = byId.get(promotionId)!;
    return { promotionId, code, title, discount_paise };
  });
}

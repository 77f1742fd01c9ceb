import { z } from 'zod';
import { paiseColumn } from '#platform/money';

export const kinds = ['percent', 'amount', 'buy_x_get_y'] as const;
export const funders = ['maker', 'platform'] as const;

/** A reduction a maker or the platform gives: by a code, or by itself. */
export const promotion = z.object({
  id: z.uuid(),
  /** In capitals; null: it is given without asking. */
  code: z.string().nullable(),
  title: z.string(),
  kind: z.enum(kinds),
  /** percent: share of the goods */
  value_bp: z.number().nullable(),
  /** amount: off the goods together */
  amount_paise: paiseColumn.nullable(),
  /** buy_x_get_y: of so many pieces of one kind … */
  buy: z.number().nullable(),
  /** … and so many more, those more are free */
  free: z.number().nullable(),
  /** Worth of the goods it counts from. */
  min_paise: paiseColumn,
  /** The most one order gets. */
  cap_paise: paiseColumn.nullable(),
  /** Whose goods; null: everybody's. */
  seller_id: z.uuid().nullable(),
  funded_by: z.enum(funders),
  /** Whether it is given on top of another one. */
  stacks: z.boolean(),
  starts_at: z.date(),
  ends_at: z.date(),
  uses_max: z.number().nullable(),
  uses: z.number(),
  per_person_max: z.number(),
  ended_at: z.date().nullable(),
  version: z.number(),
});
export type Promotion = z.infer<typeof promotion>;

/** Where a promotion stands at that moment; derived, so that no clock has to write it. */
export function standingOf(one: Promotion, now: Date): 'coming' | 'open' | 'used_up' | 'over' {
  if (one.ended_at !== null || one.ends_at <= now) return 'over';
  if (one.starts_at > now) return 'coming';
  return one.uses_max !== null && one.uses >= one.uses_max ? 'used_up' : 'open';
}

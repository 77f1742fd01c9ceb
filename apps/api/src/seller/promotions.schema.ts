import { z } from 'zod';
import { freeText } from '#platform/identifiers';
import { money, moneySchema, priceInput } from '#platform/money';
import { kinds, standingOf, type NewPromotion, type Promotion } from '#promotions';

const gives = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('percent'),
    value_bp: z.int().min(1).max(9_000).describe('of the goods, in hundredths of a per cent'),
    atMost: priceInput.nullable().default(null).describe('the most one order gets'),
  }),
  z.strictObject({ kind: z.literal('amount'), amount: priceInput.describe('off the goods together') }),
  z.strictObject({
    kind: z.literal('buy_x_get_y'),
    buy: z.int().min(1).max(100),
    free: z.int().min(1).max(100).describe('so many more of the same, for nothing'),
  }),
]);

export const promotionBody = z
  .strictObject({
    title: freeText(80).describe('what shoppers read'),
    code: z
      .string()
      .regex(/^[A-Z0-9]{4,20}$/, 'four to twenty capitals and digits')
      .nullable()
      .default(null)
      .describe('null: it is given without asking'),
    gives,
    from: priceInput.nullable().default(null).describe('worth of the goods it counts from'),
    stacks: z.boolean().default(false).describe('whether it is given on top of another one'),
    startsAt: z.iso.datetime({ offset: true }),
    endsAt: z.iso.datetime({ offset: true }),
    uses: z.int().min(1).max(1_000_000).nullable().default(null).describe('how often it is given in all'),
    usesPerPerson: z.int().min(1).max(1_000).default(1),
  })
  .meta({
    id: 'PromotionBody',
    example: {
      ...{ title: 'Diwali at the loom', code: 'DIWALI10', startsAt: '2027-10-20T00:00:00+05:30' },
      gives: { kind: 'percent', value_bp: 1_000, atMost: { paise: 50_000, currency: 'INR' } },
      ...{ endsAt: '2027-11-05T00:00:00+05:30', uses: 200, usesPerPerson: 1 },
    },
  });

const paise = (price: { paise: number } | null): bigint | null => (price === null ? null : BigInt(price.paise));

/** The wish as the module takes it. */
export function wishOf(body: z.infer<typeof promotionBody>): NewPromotion {
  const { gives: wanted } = body;
  const given: NewPromotion['gives'] =
    wanted.kind === 'percent'
      ? { kind: 'percent', value_bp: wanted.value_bp, cap_paise: paise(wanted.atMost) }
      : wanted.kind === 'amount'
        ? { kind: 'amount', amount_paise: BigInt(wanted.amount.paise) }
        : wanted;
  return {
    ...{ code: body.code, title: body.title, gives: given, min_paise: paise(body.from) ?? 0n, stacks: body.stacks },
    ...{ startsAt: new Date(body.startsAt), endsAt: new Date(body.endsAt) },
    ...{ uses_max: body.uses, per_person_max: body.usesPerPerson },
  };
}

export const promotionView = z
  .strictObject({
    id: z.uuid(),
    title: z.string(),
    code: z.string().nullable(),
    kind: z.enum(kinds),
    value_bp: z.int().nullable(),
    amount: moneySchema.nullable(),
    atMost: moneySchema.nullable(),
    buy: z.int().nullable(),
    free: z.int().nullable(),
    from: moneySchema,
    stacks: z.boolean(),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    standing: z.enum(['coming', 'open', 'used_up', 'over']),
    uses: z.int().describe('how often it was given'),
    usesMax: z.int().nullable(),
    usesPerPerson: z.int(),
  })
  .meta({ id: 'Promotion' });

export const viewOfPromotion = (row: Promotion, now: Date): z.input<typeof promotionView> => ({
  ...{ id: row.id, title: row.title, code: row.code, kind: row.kind, value_bp: row.value_bp },
  amount: row.amount_paise === null ? null : money(row.amount_paise),
  atMost: row.cap_paise === null ? null : money(row.cap_paise),
  ...{ buy: row.buy, free: row.free, from: money(row.min_paise), stacks: row.stacks },
  startsAt: row.starts_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
  standing: standingOf(row, now),
  ...{ uses: row.uses, usesMax: row.uses_max, usesPerPerson: row.per_person_max },
});

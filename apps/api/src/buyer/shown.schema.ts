import { z } from 'zod';
import { breakUpOf, returnReasons, returnsAs, type BreakUp, type Shown } from '#orders';
import { money, moneySchema } from '#platform/money';
import { briefRating, ratingBrief } from '../public/reviews.schema.js';

export const officer = z
  .strictObject({ name: z.string(), designation: z.string(), phone: z.string(), email: z.string() })
  .meta({ id: 'GrievanceOfficer' });

/** Who sells, as the law wants it said before somebody buys. @rule */
export const shownMaker = z
  .strictObject({
    name: z.string().describe('the name she is registered under'),
    place: z.string(),
    stateCode: z.string(),
    care: z
      .strictObject({ phone: z.string().nullable(), email: z.string().nullable() })
      .nullable()
      .describe('where she is asked; null: she has said it of none of her own goods, ask the platform'),
    grievanceOfficer: officer
      .nullable()
      .describe('who answers there for complaints; null: nobody is named, the officer of the platform answers'),
    rating: ratingBrief.nullable().describe('over all her goods; null: nobody has spoken yet'),
  })
  .meta({ id: 'ShownMaker' });

export function viewOfMaker({ makers }: Shown, sellerId: string): z.input<typeof shownMaker> | null {
  const maker = makers.get(sellerId);
  if (!maker) return null;
  const { name, place, state_code: stateCode, care_phone: phone, care_email: email } = maker;
  const care = phone === null && email === null ? null : { phone, email };
  const grievanceOfficer = maker.grievance_officer;
  return { name, place, stateCode, care, grievanceOfficer, rating: briefRating(maker) };
}

/** Where the platform is asked, and who answers there for complaints. @rule */
export const platformContact = z
  .strictObject({
    care: z.strictObject({ phone: z.string(), email: z.string() }),
    grievanceOfficer: officer,
  })
  .meta({ id: 'PlatformContact' });

export const viewOfContact = ({ care, grievanceOfficer }: Shown): z.input<typeof platformContact> => ({
  care,
  grievanceOfficer,
});

/** For how long goods come back. */
export const returnTerms = z
  .strictObject({
    kinds: z
      .array(z.strictObject({ returnsAs: z.enum(returnsAs), days: z.int() }))
      .max(returnsAs.length)
      .describe('days after delivery, without a defect; 0: only with one'),
    carriageBackFor: z
      .array(z.enum(returnReasons))
      .max(returnReasons.length)
      .describe(
        'reasons for which what the way to her cost comes back too; the way back costs her nothing with our courier',
      ),
    defectDays: z.int().describe('days after delivery, when something is wrong with them, whatever they are'),
  })
  .meta({ id: 'ReturnTerms' });

export const viewOfTerms = ({ return_days, defect_days, carriageBackFor }: Shown): z.input<typeof returnTerms> => ({
  kinds: returnsAs.map((kind) => ({ returnsAs: kind, days: return_days[kind] })),
  carriageBackFor: [...carriageBackFor],
  defectDays: defect_days,
});

/** What a total is made of. */
export const breakUp = z
  .strictObject({
    goods: moneySchema,
    giftWrap: moneySchema,
    reductions: moneySchema.describe('what is taken off'),
    freight: moneySchema,
    tax: moneySchema.describe('held by the total'),
  })
  .meta({ id: 'BreakUp' });

export const viewOfBreakUp = (parts: BreakUp): z.input<typeof breakUp> => ({
  goods: money(parts.goods_paise),
  giftWrap: money(parts.wrap_paise),
  reductions: money(parts.reductions_paise),
  freight: money(parts.freight_paise),
  tax: money(parts.tax_paise),
});

export const viewOfLines = (lines: Parameters<typeof breakUpOf>[0]): z.input<typeof breakUp> =>
  viewOfBreakUp(breakUpOf(lines));

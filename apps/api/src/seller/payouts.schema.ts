import { z } from 'zod';
import { cause } from '#platform/kernel';
import { money, moneySchema } from '#platform/money';
import { isRoundedUp, payoutStates, saysRounding, type OwnPart, type PartLine, type PayoutRow } from '#payments';

export const payoutView = z
  .strictObject({
    id: z.uuid(),
    for: cause.describe('what it was earned with'),
    amount: moneySchema,
    state: z.enum(payoutStates.names),
    utr: z.string().nullable().describe('reference of the bank, once it is paid'),
    madeAt: z.iso.datetime(),
    paidAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Payout' });

export const viewOfPayout = (row: PayoutRow): z.input<typeof payoutView> => ({
  id: row.id,
  for: { kind: row.cause_kind, id: row.cause_id },
  amount: money(row.amount_paise),
  state: row.state,
  utr: row.utr,
  madeAt: row.made_at.toISOString(),
  paidAt: row.settled_at?.toISOString() ?? null,
});

const said = z.strictObject({ en: z.string(), hi: z.string() });
const part = z.strictObject({
  memberId: z.uuid(),
  share_bp: z.int().min(1).max(10_000).describe('of the day the money was there'),
  amount: moneySchema,
  roundedUp: z.boolean().describe('a paisa left over after dividing went here'),
});

export const payoutShares = z
  .strictObject({
    payout: payoutView,
    rounding: said,
    items: z
      .array(part.extend({ name: z.string(), leftOn: z.iso.date().nullable() }))
      .max(5_000)
      .describe('one for each member who had a share; they add up to the payout'),
  })
  .meta({ id: 'PayoutShares' });

export const viewOfShares = (payout: PayoutRow, parts: readonly PartLine[]): z.input<typeof payoutShares> => ({
  payout: viewOfPayout(payout),
  rounding: saysRounding(payout.amount_paise, parts),
  items: parts.map((line) => ({
    memberId: line.member_id,
    name: line.name,
    leftOn: line.left_on,
    share_bp: line.share_bp,
    amount: money(line.amount_paise),
    roundedUp: isRoundedUp(payout.amount_paise, line),
  })),
});

export const ownShares = z
  .strictObject({
    items: z
      .array(
        part.extend({
          payoutId: z.uuid(),
          shop: z.strictObject({ id: z.uuid(), name: z.string() }),
          payout: moneySchema.describe('the whole payout of the group'),
          utr: z.string().nullable(),
          paidAt: z.iso.datetime(),
        }),
      )
      .max(100),
  })
  .meta({ id: 'OwnPayoutShares' });

export const viewOfOwnShare = (line: OwnPart): z.input<typeof ownShares>['items'][number] => ({
  payoutId: line.payout_id,
  memberId: line.member_id,
  shop: { id: line.seller_id, name: line.shop },
  payout: money(line.payout_paise),
  share_bp: line.share_bp,
  amount: money(line.amount_paise),
  roundedUp: isRoundedUp(line.payout_paise, line),
  utr: line.utr,
  paidAt: line.settled_at.toISOString(),
});

import { z } from 'zod';
import { cart_lines_max, pick_rows_max, type PackList, type PickList } from '#orders';

const variant = z.string().nullable().describe('which of the goods’ variants; null: there is one kind');
const toMake = z.boolean().describe('made after it was ordered: it lies on no shelf before');

export const pickList = z
  .strictObject({
    at: z.iso.datetime(),
    items: z
      .array(
        z.strictObject({
          offerId: z.uuid(),
          title: z.string(),
          variant,
          pieces: z.int().min(1),
          wrapped: z.int().describe('pieces of these that are wrapped as gifts'),
          orders: z.int().describe('how many orders they are for'),
          toMake,
        }),
      )
      .max(pick_rows_max),
    hasMore: z.boolean().describe('there is more than one list holds: ask again when this is packed'),
  })
  .meta({ id: 'PickList' });

export const viewOfPickList = ({ at, rows, hasMore }: PickList): z.input<typeof pickList> => ({
  at: at.toISOString(),
  items: rows.map(({ offer_id: offerId, to_make, ...row }) => ({ offerId, ...row, toMake: to_make })),
  hasMore,
});

export const packList = z
  .strictObject({
    number: z.string().describe('of the order'),
    promisedBy: z.iso.datetime().nullable(),
    giftMessage: z.string().nullable().describe('for the card that lies in it'),
    lines: z
      .array(
        z.strictObject({
          lineId: z.uuid(),
          title: z.string(),
          variant,
          pieces: z.int().min(1),
          giftWrap: z.boolean(),
          toMake,
          weight_g: z.int().describe('of all its pieces'),
        }),
      )
      .max(cart_lines_max),
    weight_g: z.int().describe('of all goods, without what they are packed in'),
  })
  .meta({ id: 'PackList' });

export const viewOfPackList = (list: PackList): z.input<typeof packList> => ({
  number: list.number,
  promisedBy: list.promised_by?.toISOString() ?? null,
  giftMessage: list.gift_message,
  lines: list.lines.map(({ line_id: lineId, is_wrapped: giftWrap, to_make: toMake_, ...line }) => ({
    ...{ lineId, ...line, giftWrap, toMake: toMake_ },
  })),
  weight_g: list.weight_g,
});

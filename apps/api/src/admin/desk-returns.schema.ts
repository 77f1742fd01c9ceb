import { z } from 'zod';
import { deskReturnStates, returnOutcomes, returnReasons, type DeskReturn } from '#orders';
import { pageQuery } from '#platform/http';
import { freeText } from '#platform/identifiers';

export const deskReturnsQuery = pageQuery
  .omit({ count: true })
  .extend({ state: z.enum(deskReturnStates).default('return_in_transit') });

export const decideReturnBody = z
  .strictObject({
    outcome: z
      .enum(returnOutcomes)
      .describe('received: she gets what she asked for; ended: the order goes on as it was'),
    reason: freeText(500).describe('what shopper, maker and auditor read'),
  })
  .meta({
    id: 'DecideReturnBody',
    example: { outcome: 'received', reason: 'The carrier proved the delivery to the workshop.' },
  });

export const deskReturn = z
  .strictObject({
    id: z.uuid(),
    orderId: z.uuid(),
    orderNumber: z.string(),
    sellerId: z.uuid(),
    state: z.enum(deskReturnStates),
    since: z.iso.datetime(),
    decidableFrom: z.iso.datetime().describe('from then on the desk may decide'),
    toldAt: z.iso.datetime().nullable().describe('when the desk was told that nobody moves it'),
    reason: z.enum(returnReasons),
    askedAt: z.iso.datetime(),
  })
  .meta({ id: 'DeskReturn' });

export const viewOfDeskReturn = (row: DeskReturn): z.input<typeof deskReturn> => ({
  ...{ id: row.id, orderId: row.order_id, orderNumber: row.number, sellerId: row.seller_id, state: row.state },
  since: row.state_since.toISOString(),
  decidableFrom: row.decidable_from.toISOString(),
  toldAt: row.alarmed_at?.toISOString() ?? null,
  reason: row.reason,
  askedAt: row.asked_at.toISOString(),
});

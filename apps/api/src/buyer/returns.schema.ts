import { z } from 'zod';
import { cart_lines_max, returnReasons, returns_max, returnWants, returnStatuses, type ReturnRequest } from '#orders';
import { payeeAccount } from '#payments';
import { pieces } from './orders.schema.js';

export const askReturnBody = z
  .strictObject({
    lines: z
      .array(
        pieces.element.extend({
          forOfferId: z.uuid().optional().describe('another variant of the goods in exchange; the same when left out'),
        }),
      )
      .min(1)
      .max(cart_lines_max),
    wants: z.enum(returnWants).default('refund').describe('exchange: others for them, without paying again'),
    reason: z.enum(returnReasons),
    note: z.string().trim().min(3).max(1_000).nullable().default(null).describe('what is wrong with the goods'),
    refundTo: payeeAccount.optional().describe('where her money is to go, of an order that was paid at the door'),
  })
  .meta({ id: 'AskReturnBody' });

export const orderReturns = z
  .strictObject({
    returns: z
      .array(
        z.strictObject({
          id: z.uuid(),
          reason: z.enum(returnReasons),
          note: z.string().nullable(),
          wants: z.enum(returnWants).describe('refund also where what she wanted in exchange was not to be had'),
          exchangeOrderId: z.uuid().nullable().describe('the order of the exchange, there once the goods are back'),
          status: z.enum(returnStatuses),
          answer: z.string().nullable().describe('why the maker says no'),
          isResellable: z.boolean().nullable().describe('whether it went back on sale; null before it came back'),
          lines: z
            .array(z.strictObject({ lineId: z.uuid(), quantity: z.int(), forOfferId: z.uuid().nullable() }))
            .max(cart_lines_max),
          askedAt: z.iso.datetime(),
        }),
      )
      .max(returns_max),
  })
  .meta({ id: 'OrderReturns' });

export const viewOfReturns = (requests: readonly ReturnRequest[]): z.input<typeof orderReturns> => ({
  returns: requests.map(({ is_resellable, asked_at, exchange: _, ...request }) => ({
    ...request,
    isResellable: is_resellable,
    askedAt: asked_at.toISOString(),
  })),
});

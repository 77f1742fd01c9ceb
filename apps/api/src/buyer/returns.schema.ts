import { z } from 'zod';
import { returnParcelStates, type ReturnParcel, type ReturnParcelState } from '#fulfilment';
import { cart_lines_max, returnReasons, returns_max, returnWants, returnStatuses, type ShownReturn } from '#orders';
import { payeeAccount } from '#payments';
import { freeText } from '#platform/identifiers';
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
    note: freeText(1_000, 3).nullable().default(null).describe('what is wrong with the goods'),
    refundTo: payeeAccount.optional().describe('where her money is to go, of an order that was paid at the door'),
  })
  .meta({ id: 'AskReturnBody' });

export const sendBackBody = z
  .strictObject({ carrier: freeText(60, 2), trackingNumber: z.string().trim().min(3).max(60) })
  .meta({ id: 'SendBackBody', example: { carrier: 'India Post', trackingNumber: 'EE123456789IN' } });

const returnParcel = z
  .strictObject({
    state: z.enum(returnParcelStates.names as [ReturnParcelState]),
    carrier: z.string().nullable().describe('`courier`: the one that was booked'),
    trackingNumber: z.string().nullable(),
    isOwnCarrier: z.boolean().describe('she sends it with a carrier of her own choice'),
    missed: z.int().min(0).describe('how often the courier came in vain'),
    leftAt: z.iso.datetime().nullable().describe('when it was fetched, or sent'),
    arrivedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ReturnParcel' });

const viewOfParcel = (parcel: ReturnParcel): z.input<typeof returnParcel> => ({
  ...{ state: parcel.state, carrier: parcel.courier, trackingNumber: parcel.awb, isOwnCarrier: parcel.own_carrier },
  missed: parcel.misses,
  leftAt: parcel.dispatched_at?.toISOString() ?? null,
  arrivedAt: parcel.delivered_at?.toISOString() ?? null,
});

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
          decision: z.string().nullable().describe('why the desk decided, where it had to'),
          parcel: returnParcel.nullable().describe('how the goods travel back, once the return is approved'),
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

export const viewOfReturns = (requests: readonly ShownReturn[]): z.input<typeof orderReturns> => ({
  returns: requests.map(({ is_resellable, asked_at, exchange: _, parcel, ...request }) => ({
    ...request,
    parcel: parcel && viewOfParcel(parcel),
    isResellable: is_resellable,
    askedAt: asked_at.toISOString(),
  })),
});

import { z } from 'zod';
import { cart_lines_max, orderStates, stepMakers, steps_max, type FollowedOrder, type OrderState } from '#orders';
import { returnPhotos, viewOfPhotos } from '../buyer/return-photos.schema.js';
import { orderReturns, viewOfReturns } from '../buyer/returns.schema.js';

const state = z.enum(orderStates.names as [OrderState]);

export const followedOrder = z
  .strictObject({
    number: z.string(),
    state,
    promisedBy: z.iso.datetime().nullable().describe('by then the goods are there'),
    returnsUntil: z.iso.datetime().nullable().describe('goods with a defect may be returned until then'),
    madeAt: z.iso.datetime(),
    lines: z
      .array(
        z.strictObject({
          id: z.uuid(),
          title: z.string(),
          quantity: z.int(),
          goneQuantity: z.int().describe('pieces that were not accepted, cancelled, lost or returned'),
        }),
      )
      .max(cart_lines_max),
    steps: z
      .array(z.strictObject({ event: z.string(), state, madeBy: z.enum(stepMakers), at: z.iso.datetime() }))
      .max(steps_max),
    returns: orderReturns.shape.returns,
    returnPhotos: returnPhotos.shape.items.describe('what was shown of the goods'),
  })
  .meta({ id: 'FollowedOrder' });

export const viewOfFollowed = (order: FollowedOrder): z.input<typeof followedOrder> => ({
  number: order.number,
  state: order.state,
  promisedBy: order.promised_by?.toISOString() ?? null,
  returnsUntil: order.returns_until?.toISOString() ?? null,
  madeAt: order.made_at.toISOString(),
  lines: order.lines.map(({ gone_quantity, ...line }) => ({ ...line, goneQuantity: gone_quantity })),
  steps: order.steps.map(({ event, state: to, made_by, at }) => ({
    event,
    state: to,
    madeBy: made_by,
    at: at.toISOString(),
  })),
  returns: viewOfReturns(order.returns).returns,
  returnPhotos: viewOfPhotos(order.photos).items,
});

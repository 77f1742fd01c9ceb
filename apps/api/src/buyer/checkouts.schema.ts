import { z } from 'zod';
import {
  cart_lines_max,
  orderStates,
  stepMakers,
  steps_max,
  type CheckoutStep,
  type CheckoutView,
  type OrderState,
} from '#orders';
import { paymentStates, type PaymentState } from '#payments';
import { money, moneySchema } from '#platform/money';
import {
  breakUp,
  platformContact,
  returnTerms,
  shownMaker,
  viewOfBreakUp,
  viewOfContact,
  viewOfMaker,
  viewOfTerms,
} from './shown.schema.js';

export const checkoutView = z
  .strictObject({
    id: z.uuid(),
    total: moneySchema,
    returns: returnTerms,
    platform: platformContact,
    shipToPincode: z.string(),
    payment: z.enum(paymentStates.names as [PaymentState]).describe('how its one payment stands'),
    payBy: z.iso.datetime().nullable().describe('until then the pieces are kept; null: nothing of it waits for money'),
    orders: z
      .array(
        z.strictObject({
          orderId: z.uuid(),
          number: z.string(),
          sellerId: z.uuid(),
          seller: shownMaker.nullable(),
          promisedBy: z.iso.datetime().nullable(),
          breakUp,
          state: z.enum(orderStates.names as [OrderState]),
          total: moneySchema,
        }),
      )
      .max(cart_lines_max),
    madeAt: z.iso.datetime(),
  })
  .meta({ id: 'Checkout' });

export const checkoutTimeline = z
  .strictObject({
    steps: z
      .array(
        z.strictObject({
          orderNumber: z.string().nullable().describe('of which order; null: of the money of all of them'),
          event: z.string().describe('a step of the order’s table, or refund_promised, refund_sent, dispute_opened …'),
          madeBy: z.enum(stepMakers).describe('bazaar: a clock, the courier or the payment provider'),
          reason: z.string().nullable(),
          amount: moneySchema.nullable().describe('of refunds and disputes'),
          at: z.iso.datetime(),
        }),
      )
      .max(2 * steps_max),
  })
  .meta({ id: 'CheckoutTimeline' });

export const viewOfCheckoutTimeline = (steps: readonly CheckoutStep[]): z.input<typeof checkoutTimeline> => ({
  steps: steps.map(({ number, event, made_by, reason, amount_paise, at }) => ({
    ...{ orderNumber: number, event, madeBy: made_by, reason },
    amount: amount_paise === null ? null : money(amount_paise),
    at: at.toISOString(),
  })),
});

export const viewOfWholeCheckout = (checkout: CheckoutView): z.input<typeof checkoutView> => ({
  id: checkout.id,
  total: money(checkout.total_paise),
  returns: viewOfTerms(checkout.shown),
  platform: viewOfContact(checkout.shown),
  shipToPincode: checkout.ship_to_pincode,
  payment: checkout.payment,
  payBy: checkout.pay_by?.toISOString() ?? null,
  orders: checkout.orders.map(({ id, number, seller_id, state, total_paise, promised_by, ...parts }) => ({
    orderId: id,
    number,
    sellerId: seller_id,
    seller: viewOfMaker(checkout.shown, seller_id),
    promisedBy: promised_by?.toISOString() ?? null,
    breakUp: viewOfBreakUp(parts),
    state,
    total: money(total_paise),
  })),
  madeAt: checkout.made_at.toISOString(),
});

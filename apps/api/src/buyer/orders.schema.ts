import { z } from 'zod';
import {
  cart_lines_max,
  freightOfOrder,
  holdReasons,
  orderStates,
  returnsAs,
  stepMakers,
  steps_max,
  taxOfOrder,
  type OrderState,
  type OrderStep,
  type OrderView,
  type PlacedCheckout,
  type PricedOrder,
  type Shown,
  type ShownQuote,
  type SendTo,
} from '#orders';
import { paymentMethods } from '#payments';
import { pincodeText } from '../public/names.schema.js';
import { freeText, readGstin } from '#platform/identifiers';
import { money, moneySchema, sumPaise } from '#platform/money';
import { asGuest, asPaid, giftMessage, mobile } from './order-wish.schema.js';
import {
  breakUp,
  platformContact,
  returnTerms,
  shownMaker,
  viewOfContact,
  viewOfLines,
  viewOfMaker,
  viewOfTerms,
} from './shown.schema.js';

const gstinText = z
  .string()
  .max(20)
  .transform((typed) => typed.trim().toUpperCase())
  .refine((typed) => readGstin(typed).ok, 'not a GSTIN');

export const shipToBody = z.strictObject({
  name: freeText(100),
  mobile,
  street: freeText(300),
  pincode: pincodeText,
  gstin: gstinText
    .optional()
    .describe('of the business you buy for, in the State the parcel goes to: it stands on the invoices'),
});

export const addressId = z.uuid().describe('of her address book, instead of an address written out');

const placeCartBody = z
  .strictObject({ cartId: z.uuid(), shipTo: shipToBody, giftMessage, ...asGuest, ...asPaid })
  .meta({ id: 'PlaceOrderBody' });
const placeQuoteBody = z
  .strictObject({
    quoteId: z.uuid().describe('what the shopper was promised, ordered at just that'),
    ...asGuest,
    ...asPaid,
  })
  .meta({ id: 'PlaceQuoteBody' });

/** Where a body says the parcels go. */
export const sendTo = (body: { shipTo: z.infer<typeof shipToBody> } | { addressId: string }): SendTo =>
  'shipTo' in body ? body.shipTo : { addressId: body.addressId };

const placeToAddressBody = z
  .strictObject({ cartId: z.uuid(), addressId, giftMessage, ...asPaid })
  .meta({ id: 'PlaceToAddressBody' });
export const placeOrderBody = z.union([placeCartBody, placeToAddressBody, placeQuoteBody]);

export const placedCheckout = z
  .strictObject({
    checkoutId: z.uuid(),
    total: moneySchema,
    payBy: z.iso.datetime().describe('until then the pieces are kept'),
    orders: z
      .array(
        z.strictObject({
          orderId: z.uuid(),
          number: z.string(),
          sellerId: z.uuid(),
          total: moneySchema,
          tax: moneySchema.describe('held by the total'),
          freight: moneySchema.describe('for sending it, held by the total'),
          promisedBy: z.iso.datetime().describe('by then she has her goods'),
          link: z
            .string()
            .nullable()
            .describe(
              'a guest’s, for GET /v1/public/orders/{link}: who has it may follow, cancel and return; null: she signs in',
            ),
        }),
      )
      .max(cart_lines_max),
  })
  .meta({ id: 'PlacedCheckout' });

export const viewOfCheckout = (placed: PlacedCheckout): z.input<typeof placedCheckout> => ({
  checkoutId: placed.checkoutId,
  total: money(placed.total_paise),
  payBy: placed.payBy.toISOString(),
  orders: placed.orders.map(({ total_paise, tax_paise, freight_paise, promisedBy, ...order }) => ({
    ...order,
    total: money(total_paise),
    tax: money(tax_paise),
    freight: money(freight_paise),
    promisedBy: promisedBy.toISOString(),
  })),
});

export const lineTax = z
  .strictObject({
    hsn: z.string().nullable().describe('goods code of the invoice; null: ordered before it was kept'),
    rateBp: z.int().describe('hundredths of a per cent; 0 where the maker charges no tax'),
    taxable: moneySchema.describe('without tax'),
    cgst: moneySchema,
    sgst: moneySchema.describe('in a Union Territory without a legislature: UTGST'),
    igst: moneySchema,
  })
  .meta({ id: 'LineTax' });

type TaxParts = Pick<
  OrderView['lines'][number],
  'hsn' | 'rate_bp' | 'taxable_paise' | 'cgst_paise' | 'sgst_paise' | 'igst_paise'
>;

const viewOfTax = (line: TaxParts): z.input<typeof lineTax> => ({
  hsn: line.hsn,
  rateBp: line.rate_bp,
  taxable: money(line.taxable_paise),
  cgst: money(line.cgst_paise),
  sgst: money(line.sgst_paise),
  igst: money(line.igst_paise),
});

export const orderView = z
  .strictObject({
    id: z.uuid(),
    number: z.string(),
    checkoutId: z.uuid(),
    sellerId: z.uuid(),
    state: z.enum(orderStates.names as [OrderState]),
    waitsFor: z.string().nullable().describe('whose move it is; null when nothing more happens'),
    heldWhy: z
      .enum(holdReasons)
      .nullable()
      .describe('why it must not leave its maker now (dispute: her bank asks about the payment); null: it may'),
    dueAt: z.iso.datetime().nullable().describe('when the state lapses by itself'),
    total: moneySchema,
    freight: moneySchema.describe('for sending it, held by the total'),
    promisedBy: z.iso.datetime().nullable().describe('by then she has her goods; null: ordered before it was promised'),
    paymentMethod: z.enum(paymentMethods).describe('online, or in cash when it arrives'),
    refunded: moneySchema.describe('what goes or went back of it'),
    exchanged: moneySchema.describe('what went over to orders in exchange for goods that came back'),
    partOf: z.uuid().nullable().describe('the order it was ordered with; null: it comes as it was ordered'),
    inOtherParts: moneySchema.describe('what went over to its parts that come in parcels of their own'),
    exchangeOf: z.uuid().nullable().describe('the order whose goods it exchanges; null: it was bought'),
    returnsUntil: z.iso
      .datetime()
      .nullable()
      .describe('goods with a defect may be returned until then; null before delivery'),
    shipToPincode: z.string(),
    giftMessage: z.string().nullable().describe('what the gift is to say: a card for the parcel; null: nothing'),
    lines: z
      .array(
        z.strictObject({
          id: z.uuid(),
          offerId: z.uuid(),
          title: z.string(),
          quantity: z.int(),
          goneQuantity: z
            .int()
            .describe('pieces that were not accepted, cancelled, lost or returned, or come in another part'),
          returnsAs: z.enum(returnsAs).describe('kind of goods: how long they may come back without a defect'),
          toMake: z.boolean().describe('its pieces are made after they were ordered; the promised day counts that'),
          price: moneySchema,
          giftWrap: moneySchema.nullable().describe('for wrapping a piece as a gift; null: it is not wrapped'),
          total: moneySchema.describe('pieces and wrapping'),
          discount: moneySchema.describe('its share of what is taken off'),
          freight: moneySchema.describe('its share'),
          paid: moneySchema.describe('what she pays for the line, all in'),
          tax: lineTax.describe('held by what she pays'),
        }),
      )
      .max(cart_lines_max),
    madeAt: z.iso.datetime(),
    version: z.int(),
  })
  .meta({ id: 'Order' });

export function viewOfOrder(order: OrderView): z.input<typeof orderView> {
  const state = orderStates.table[order.state];
  return {
    id: order.id,
    number: order.number,
    checkoutId: order.checkout_id,
    sellerId: order.seller_id,
    state: order.state,
    waitsFor: typeof state === 'string' ? null : state.waitsFor,
    heldWhy: order.held_why,
    dueAt: order.due_at?.toISOString() ?? null,
    total: money(order.total_paise),
    freight: money(sumPaise(order.lines.map((line) => line.freight_paise))),
    promisedBy: order.promised_by?.toISOString() ?? null,
    paymentMethod: order.pay_by,
    refunded: money(order.refunded_paise - order.exchanged_paise - order.parted_paise),
    exchanged: money(order.exchanged_paise),
    exchangeOf: order.exchange_of,
    partOf: order.part_of,
    inOtherParts: money(order.parted_paise),
    returnsUntil: order.returns_until?.toISOString() ?? null,
    shipToPincode: order.ship_to_pincode,
    giftMessage: order.gift_message,
    lines: order.lines.map((line) => ({
      id: line.id,
      offerId: line.offer_id,
      title: line.title,
      quantity: line.quantity,
      goneQuantity: line.gone_quantity,
      returnsAs: line.returns_as,
      toMake: line.to_make,
      price: money(line.price_paise),
      giftWrap: line.wrap_paise === null ? null : money(line.wrap_paise),
      total: money(line.line_paise),
      discount: money(line.maker_discount_paise + line.platform_discount_paise),
      freight: money(line.freight_paise),
      paid: money(line.paid_paise),
      tax: viewOfTax(line),
    })),
    madeAt: order.made_at.toISOString(),
    version: order.version,
  };
}

/** An order as who bought it reads it: with who sold it and where each is asked. */
export const boughtOrder = orderView
  .extend({ seller: shownMaker.nullable(), returns: returnTerms, platform: platformContact })
  .meta({ id: 'BoughtOrder' });

export const viewOfBought = (order: OrderView, shown: Shown): z.input<typeof boughtOrder> => ({
  ...viewOfOrder(order),
  seller: viewOfMaker(shown, order.seller_id),
  returns: viewOfTerms(shown),
  platform: viewOfContact(shown),
});

/** Lines of an order and how many pieces of each. */
export const pieces = z
  .array(z.strictObject({ lineId: z.uuid(), quantity: z.int().min(1).max(1_000_000) }))
  .min(1)
  .max(cart_lines_max);

export const acceptBody = z
  .strictObject({ lines: pieces.optional().describe('the pieces she can send; all of them when it is left out') })
  .meta({ id: 'AcceptBody', example: {} })
  .optional();

export const divideBody = z
  .strictObject({ lines: pieces.describe('the pieces that go in a parcel of their own; at least one other stays') })
  .meta({ id: 'DivideBody' });

export const cancelBody = z
  .strictObject({
    lines: pieces.optional().describe('the pieces she no longer wants; all of them when it is left out'),
  })
  .meta({ id: 'CancelBody', example: {} })
  .optional();

export const orderTimeline = z
  .strictObject({
    steps: z
      .array(
        z.strictObject({
          event: z.string().describe('what happened: the name of a step of the order’s table'),
          state: z.enum(orderStates.names as [OrderState]).describe('the state it led to'),
          madeBy: z.enum(stepMakers).describe('bazaar: a clock, the courier or the payment provider'),
          reason: z.string().nullable(),
          at: z.iso.datetime(),
        }),
      )
      .max(steps_max),
  })
  .meta({ id: 'OrderTimeline' });

export const viewOfTimeline = (steps: readonly OrderStep[]): z.input<typeof orderTimeline> => ({
  steps: steps.map(({ made_by, at, ...step }) => ({ ...step, madeBy: made_by, at: at.toISOString() })),
});

export const startedPayment = z
  .strictObject({
    paymentId: z.uuid(),
    amount: moneySchema,
    clientSecret: z.string().nullable().describe('for the payment page in the shopper’s browser'),
    payUrl: z.url().nullable().describe('where the shopper pays, when the provider has a page'),
  })
  .meta({ id: 'StartedPayment' });

/** A line of a quote with its parts, as it will stand on its order. */
const quotedLine = z
  .strictObject({
    offerId: z.uuid(),
    title: z.string(),
    quantity: z.int(),
    toMake: z.boolean().describe('its pieces are made after they were ordered; the promised day counts that'),
    returnsAs: z.enum(returnsAs).describe('kind of goods: how long they may come back without a defect'),
    price: moneySchema,
    giftWrap: moneySchema.nullable().describe('for wrapping a piece as a gift; null: it is not wrapped'),
    total: moneySchema.describe('pieces and wrapping'),
    discount: moneySchema.describe('its share of what is taken off'),
    freight: moneySchema.describe('its share'),
    paid: moneySchema.describe('what she pays for the line, all in'),
    tax: lineTax.describe('held by what she pays'),
  })
  .meta({ id: 'QuotedLine' });

const viewOfLine = (line: PricedOrder['lines'][number]): z.input<typeof quotedLine> => ({
  offerId: line.offerId,
  title: line.title,
  quantity: line.quantity,
  toMake: line.toMake,
  returnsAs: line.returnsAs,
  price: money(line.price_paise),
  giftWrap: line.wrap_paise === null ? null : money(line.wrap_paise),
  total: money(line.line_paise),
  discount: money(line.maker_discount_paise + line.platform_discount_paise),
  freight: money(line.freight_paise),
  paid: money(line.paid_paise),
  tax: viewOfTax(line),
});

/** More promotions than anybody gives for one cart. */
const reductions_max = 200;

export const quoteView = z
  .strictObject({
    id: z.uuid(),
    cartId: z.uuid(),
    total: moneySchema,
    breakUp,
    returns: returnTerms,
    platform: platformContact,
    paymentMethods: z
      .array(z.enum(paymentMethods))
      .min(1)
      .max(paymentMethods.length)
      .describe('how she can pay for it'),
    shipToPincode: z.string(),
    expiresAt: z.iso.datetime().describe('until then it can be ordered at just this'),
    reductions: z
      .array(z.strictObject({ code: z.string().nullable(), title: z.string(), discount: moneySchema }))
      .max(reductions_max)
      .describe('what is taken off, and by which promotion'),
    orders: z
      .array(
        z.strictObject({
          sellerId: z.uuid(),
          seller: shownMaker.nullable(),
          total: moneySchema,
          breakUp,
          tax: moneySchema.describe('held by the total'),
          freight: moneySchema.describe('for sending it, held by the total'),
          promisedBy: z.iso.datetime().describe('by then she has her goods'),
          lines: z.array(quotedLine).max(cart_lines_max),
        }),
      )
      .max(cart_lines_max)
      .describe('one for each maker'),
  })
  .meta({ id: 'Quote' });

export const viewOfQuote = (quote: ShownQuote): z.input<typeof quoteView> => ({
  id: quote.id,
  cartId: quote.cartId,
  total: money(quote.total_paise),
  breakUp: viewOfLines(quote.orders.flatMap((order) => order.lines)),
  returns: viewOfTerms(quote.shown),
  platform: viewOfContact(quote.shown),
  paymentMethods: quote.payBy,
  shipToPincode: quote.to.pincode,
  expiresAt: quote.expiresAt.toISOString(),
  reductions: quote.reductions.map(({ code, title, discount_paise }) => ({
    code,
    title,
    discount: money(discount_paise),
  })),
  orders: quote.orders.map((order) => ({
    sellerId: order.sellerId,
    seller: viewOfMaker(quote.shown, order.sellerId),
    total: money(order.total_paise),
    breakUp: viewOfLines(order.lines),
    tax: money(taxOfOrder(order)),
    freight: money(freightOfOrder(order)),
    promisedBy: order.promisedBy.toISOString(),
    lines: order.lines.map(viewOfLine),
  })),
});

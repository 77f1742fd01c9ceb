import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { CancelOrder, OrdersQuery, OrderTimelineQuery, PlaceOrder, PlaceQuote, ShownMakersQuery } from '#orders';
import { UnitOfWork } from '#platform/database';
import {
  Allow,
  Answers,
  GuestsToo,
  Idempotent,
  pageOf,
  pageQuery,
  Pages,
  Refuses,
  withEtag,
  type PageQuery,
  Of,
} from '#platform/http';
import {
  boughtOrder,
  cancelBody,
  orderTimeline,
  orderView,
  placedCheckout,
  placeOrderBody,
  sendTo,
  viewOfBought,
  viewOfCheckout,
  viewOfOrder,
  viewOfTimeline,
} from './orders.schema.js';
import { wishOf } from './order-wish.schema.js';

@Controller('v1/buyer/orders')
@Of(OrdersQuery, (orders, tx, id) => orders.byId(tx, id))
export class BuyerOrdersController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly placeOrder: PlaceOrder,
    private readonly placeQuote: PlaceQuote,
    private readonly cancelOrder: CancelOrder,
    private readonly orders: OrdersQuery,
    private readonly timeline: OrderTimelineQuery,
    private readonly shownMakers: ShownMakersQuery,
    private readonly pages: Pages,
  ) {}

  /** Orders what lies in a cart, or what was quoted for it: one order per maker, one payment for all. */
  @Post()
  @Allow('buyer:order')
  @GuestsToo()
  @Idempotent()
  @Answers(201, placedCheckout)
  @Refuses(
    'cart_not_found',
    'cart_is_empty',
    'cart_already_ordered',
    'cart_merged',
    'quote_not_found',
    'quote_expired',
    'quote_outdated',
    'promotion_over',
    'promotion_used_up',
    'address_not_found',
    'address_pincode_unknown',
    'gstin_in_other_state',
    'price_changed',
    'gift_wrap_not_offered',
    'quantity_not_sold',
    'offer_not_for_sale',
    'seller_cannot_ship_interstate',
    'seller_not_through_operator',
    'seller_turnover_reached',
    'pincode_not_served',
    'out_of_stock',
    'too_many_holds',
    'contact_needed',
    'too_many_unpaid_there',
    'cash_over_limit',
    'cash_not_at_pincode',
    'cash_not_of_maker',
    'cash_needs_account',
  )
  async place(@Body({ schema: placeOrderBody }) body: z.infer<typeof placeOrderBody>) {
    const placed =
      'quoteId' in body
        ? await this.placeQuote.run(body.quoteId, wishOf(body))
        : await this.placeOrder.run(body.cartId, sendTo(body), wishOf(body));
    return viewOfCheckout(placed);
  }

  /** Her orders, newest first. */
  @Get()
  @Allow('buyer:order')
  @GuestsToo()
  @Answers(200, pageOf(orderView))
  list(@Query({ schema: pageQuery }) query: PageQuery) {
    return this.pages.byId(
      query,
      (page) => this.work.run((tx) => this.orders.page(tx, { buyerId: tx.actor.personId! }, page)),
      viewOfOrder,
    );
  }

  /** One of her orders, with who sold it and where each is asked. */
  @Get(':id')
  @Allow('buyer:order')
  @GuestsToo()
  @Answers(200, boughtOrder)
  @Refuses('order_not_found')
  one(@Param('id', { schema: z.uuid() }) id: string) {
    return this.work.run(async (tx) => {
      const order = await this.orders.byId(tx, id);
      const shown = await this.shownMakers.of(tx, [order.seller_id], order.made_at);
      return withEtag(order.version, viewOfBought(order, shown));
    });
  }

  /** What happened to the order so far, the oldest first. */
  @Get(':id/timeline')
  @Allow('buyer:order')
  @GuestsToo()
  @Answers(200, orderTimeline)
  @Refuses('order_not_found')
  async steps(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfTimeline(await this.work.run((tx) => this.timeline.of(tx, id)));
  }

  /** She changes her mind before the parcel is packed, of all or of some pieces: no charge, what she paid comes back. */
  @Post(':id/cancellation')
  @HttpCode(200)
  @Allow('buyer:order')
  @GuestsToo()
  @Idempotent()
  @Answers(200, orderView)
  @Refuses('order_not_found', 'illegal_transition', 'line_not_in_order', 'more_than_left')
  async cancel(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: cancelBody }) body: z.infer<typeof cancelBody>,
  ) {
    await this.cancelOrder.run(id, body?.lines);
    return viewOfOrder(await this.work.run((tx) => this.orders.byId(tx, id)));
  }
}

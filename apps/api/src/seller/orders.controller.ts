import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Dispatch } from '#fulfilment';
import { AcceptOrder, DeclineOrder, DivideOrder, OrdersQuery, OrderTimelineQuery, PackOrder } from '#orders';
import { UnitOfWork } from '#platform/database';
import {
  Allow,
  Answers,
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
  acceptBody,
  divideBody,
  orderTimeline,
  orderView,
  viewOfOrder,
  viewOfTimeline,
} from '../buyer/orders.schema.js';
import { declineBody, dispatchBody, shipmentView, viewOfShipment } from './shipments.schema.js';

@Controller('v1/seller/orders')
@Of(OrdersQuery, (orders, tx, id) => orders.byId(tx, id))
export class SellerOrdersController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly acceptOrder: AcceptOrder,
    private readonly declineOrder: DeclineOrder,
    private readonly divideOrder: DivideOrder,
    private readonly packOrder: PackOrder,
    private readonly dispatchParcel: Dispatch,
    private readonly orders: OrdersQuery,
    private readonly timeline: OrderTimelineQuery,
    private readonly pages: Pages,
  ) {}

  /** The maker's orders, newest first. */
  @Get()
  @Allow('maker:orders')
  @Answers(200, pageOf(orderView))
  list(@Query({ schema: pageQuery }) query: PageQuery) {
    return this.pages.byId(
      query,
      (page) => this.work.run((tx) => this.orders.page(tx, { sellerId: tx.actor.organisationId! }, page)),
      viewOfOrder,
    );
  }

  @Get(':id')
  @Allow('maker:orders')
  @Answers(200, orderView)
  @Refuses('order_not_found')
  async one(@Param('id', { schema: z.uuid() }) id: string) {
    const order = await this.work.run((tx) => this.orders.byId(tx, id));
    return withEtag(order.version, viewOfOrder(order));
  }

  /** What happened to the order so far, the oldest first. */
  @Get(':id/timeline')
  @Allow('maker:orders')
  @Answers(200, orderTimeline)
  @Refuses('order_not_found')
  async steps(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfTimeline(await this.work.run((tx) => this.timeline.of(tx, id)));
  }

  /** She takes the order, or the pieces of it that she can send; a courier is booked, and money for the others goes back. */
  @Post(':id/acceptance')
  @HttpCode(200)
  @Allow('maker:orders')
  @Idempotent()
  @Answers(200, orderView)
  @Refuses('order_not_found', 'illegal_transition', 'line_not_in_order', 'more_than_left')
  async accept(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: acceptBody }) body: z.infer<typeof acceptBody>,
  ) {
    await this.acceptOrder.run(id, body?.lines);
    return viewOfOrder(await this.work.run((tx) => this.orders.byId(tx, id)));
  }

  /** She cannot take it; the shopper gets everything back. */
  @Post(':id/refusal')
  @HttpCode(200)
  @Allow('maker:orders')
  @Idempotent()
  @Answers(200, orderView)
  @Refuses('order_not_found', 'illegal_transition')
  async decline(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: declineBody }) body: z.infer<typeof declineBody>,
  ) {
    await this.declineOrder.run(id, body.reason);
    return viewOfOrder(await this.work.run((tx) => this.orders.byId(tx, id)));
  }

  /**
   * Some pieces of a confirmed order go in a parcel of their own: they become an order that is paid for with the first, with its own
   * number, invoice and parcel. The shopper is told; the day she was promised stays.
   */
  @Post(':id/division')
  @Allow('maker:orders')
  @Idempotent()
  @Answers(201, orderView)
  @Refuses(
    'order_not_found',
    'order_held',
    'order_not_divided',
    'illegal_transition',
    'line_not_in_order',
    'more_than_left',
    'nothing_stays',
  )
  async divide(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: divideBody }) body: z.infer<typeof divideBody>,
  ) {
    const part = await this.divideOrder.run(id, body.lines);
    return viewOfOrder(await this.work.run((tx) => this.orders.byId(tx, part.orderId)));
  }

  /** She has packed it: its invoice is made, to lie in the parcel, and the shopper cannot cancel it any more. */
  @Post(':id/packing')
  @HttpCode(200)
  @Allow('maker:orders')
  @Idempotent()
  @Answers(200, orderView)
  @Refuses('order_not_found', 'order_held', 'illegal_transition')
  async pack(@Param('id', { schema: z.uuid() }) id: string) {
    await this.packOrder.run(id);
    return viewOfOrder(await this.work.run((tx) => this.orders.byId(tx, id)));
  }

  /** She hands the parcel over: to the booked courier, or to one of her own choice. */
  @Post(':id/dispatch')
  @HttpCode(200)
  @Allow('maker:orders')
  @Idempotent()
  @Answers(200, shipmentView)
  @Refuses(
    'order_not_found',
    'shipment_not_found',
    'shipment_held',
    'parcel_at_centre',
    'eway_bill_missing',
    'courier_not_booked',
    'no_courier_there',
    'cash_needs_courier',
    'illegal_transition',
  )
  async dispatch(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: dispatchBody }) body: z.infer<typeof dispatchBody>,
  ) {
    return viewOfShipment(await this.dispatchParcel.run({ kind: 'order', id }, body.own));
  }
}

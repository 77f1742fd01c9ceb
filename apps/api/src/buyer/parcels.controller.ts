import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { ConfirmReceipt, ReadParcel } from '#fulfilment';
import { OrdersQuery } from '#orders';
import { Allow, Answers, GuestsToo, Idempotent, Of, Refuses } from '#platform/http';
import { awaitedParcel, viewOfParcel } from './parcels.schema.js';

/** The parcel a shopper waits for. */
@Controller('v1/buyer/orders')
@Of(OrdersQuery, (orders, tx, id) => orders.byId(tx, id))
export class BuyerParcelsController {
  constructor(
    private readonly readParcel: ReadParcel,
    private readonly confirmReceipt: ConfirmReceipt,
  ) {}

  /** Where it is, by which number it is looked for, and what she tells at the door. */
  @Get(':id/parcel')
  @Allow('buyer:order')
  @GuestsToo()
  @Answers(200, awaitedParcel)
  @Refuses('order_not_found', 'shipment_not_found')
  async one(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfParcel(await this.readParcel.run({ kind: 'order', id }));
  }

  /** Her goods are there: said of a parcel that its maker carried, or sent with a carrier of her own. */
  @Post(':id/receipt')
  @HttpCode(200)
  @Allow('buyer:order')
  @GuestsToo()
  @Idempotent()
  @Answers(200, awaitedParcel)
  @Refuses('order_not_found', 'shipment_not_found', 'illegal_transition', 'carried_by_courier')
  async receive(@Param('id', { schema: z.uuid() }) id: string) {
    const parcel = await this.confirmReceipt.run({ kind: 'order', id });
    return viewOfParcel({ parcel, deliveryCode: null });
  }
}

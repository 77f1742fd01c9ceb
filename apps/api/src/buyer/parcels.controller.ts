import { Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ConfirmReceipt, ReadDeliveryPhoto, ReadParcel } from '#fulfilment';
import { OrdersQuery } from '#orders';
import { Allow, Answers, Does, GuestsToo, Idempotent, Of, Refuses } from '#platform/http';
import { AnswersFile, sendFile } from '../files/sealed-file.js';
import { awaitedParcel, viewOfParcel } from './parcels.schema.js';

/** The parcel a shopper waits for. */
@Controller('v1/buyer/orders')
@Of(OrdersQuery, (orders, tx, id) => orders.byId(tx, id))
export class BuyerParcelsController {
  constructor(
    private readonly readParcel: ReadParcel,
    private readonly confirmReceipt: ConfirmReceipt,
    private readonly readPhoto: ReadDeliveryPhoto,
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

  @Get(':id/delivery-photo')
  @Does('By which photo your maker showed that your parcel has arrived, to save')
  @Allow('buyer:order')
  @GuestsToo()
  @AnswersFile()
  @Refuses(
    'order_not_found',
    'shipment_not_found',
    'delivery_not_shown',
    'delivery_photo_not_scanned',
    'delivery_photo_infected',
  )
  async photo(@Param('id', { schema: z.uuid() }) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { photo, bytes } = await this.readPhoto.run({ kind: 'order', id });
    return sendFile(reply, { name: `delivery-${photo.id}`, type: photo.content_type }, bytes);
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

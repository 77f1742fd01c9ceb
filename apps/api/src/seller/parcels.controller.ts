import { Body, Controller, Get, HttpCode, Param, Post, Query, RawBody, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { DeliverByCode, ReadDeliveryPhoto, ShowDelivery } from '#fulfilment';
import { OrdersQuery, ReadShipTo } from '#orders';
import { Allow, Answers, created, Does, Idempotent, Of, Refuses, Takes } from '#platform/http';
import { fileBytes_max, fileTypes } from '#platform/uploads';
import { AnswersFile, sendFile } from '../files/sealed-file.js';
import {
  deliveryBody,
  deliveryPhoto,
  deliveryPhotoQuery,
  parcelAddress,
  viewOfDeliveryPhoto,
} from './parcels.schema.js';
import { shipmentView, viewOfShipment } from './shipments.schema.js';

/** What a maker needs to bring the parcel of an order to its shopper. */
@Controller('v1/seller/orders')
@Of(OrdersQuery, (orders, tx, id) => orders.byId(tx, id))
export class SellerParcelsController {
  constructor(
    private readonly readShipTo: ReadShipTo,
    private readonly deliverByCode: DeliverByCode,
    private readonly showDelivery: ShowDelivery,
    private readonly readPhoto: ReadDeliveryPhoto,
  ) {}

  /** Where an order goes: from when she took it until it has arrived. Each look is kept for the auditor. */
  @Get(':id/address')
  @Allow('maker:orders')
  @Answers(200, parcelAddress)
  @Refuses('order_not_found', 'address_closed')
  address(@Param('id', { schema: z.uuid() }) id: string) {
    return this.readShipTo.run(id);
  }

  /** A parcel she carried, or sent with a carrier of her own, has arrived: the shopper told her code at the door. */
  @Post(':id/delivery')
  @HttpCode(200)
  @Allow('maker:orders')
  @Idempotent({ outside: true })
  @Answers(200, shipmentView)
  @Refuses(
    'order_not_found',
    'shipment_not_found',
    'illegal_transition',
    'carried_by_courier',
    'delivery_code_wrong',
    'delivery_code_locked',
  )
  async deliver(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: deliveryBody }) body: z.infer<typeof deliveryBody>,
  ) {
    return viewOfShipment(await this.deliverByCode.run({ kind: 'order', id }, body.code));
  }

  @Post(':id/delivery-photo')
  @Does(
    'Show that a parcel you carried, or sent with a carrier of your own, has arrived, where nobody told you the code: JPEG, PNG, WebP or PDF, at most 5 MiB',
  )
  @Allow('maker:orders')
  @Takes(fileTypes, fileBytes_max)
  @Answers(201, deliveryPhoto)
  @Refuses(
    'order_not_found',
    'shipment_not_found',
    'illegal_transition',
    'carried_by_courier',
    'delivery_photo_there',
    'file_unreadable',
    'file_too_large',
    'file_unsafe',
  )
  async show(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: deliveryPhotoQuery }) query: z.infer<typeof deliveryPhotoQuery>,
    @RawBody() bytes: Buffer | undefined,
  ) {
    const photo = await this.showDelivery.run({ kind: 'order', id }, query.fileName, bytes ?? Buffer.alloc(0));
    return created(`/v1/seller/orders/${id}/delivery-photo`, viewOfDeliveryPhoto(photo));
  }

  @Get(':id/delivery-photo')
  @Does('What shows that a parcel has arrived, to save; that you looked is recorded')
  @Allow('maker:orders')
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
}

import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { DeliverByCode } from '#fulfilment';
import { OrdersQuery, ReadShipTo } from '#orders';
import { Allow, Answers, Idempotent, Of, Refuses } from '#platform/http';
import { deliveryBody, parcelAddress } from './parcels.schema.js';
import { shipmentView, viewOfShipment } from './shipments.schema.js';

/** What a maker needs to bring the parcel of an order to its shopper. */
@Controller('v1/seller/orders')
@Of(OrdersQuery, (orders, tx, id) => orders.byId(tx, id))
export class SellerParcelsController {
  constructor(
    private readonly readShipTo: ReadShipTo,
    private readonly deliverByCode: DeliverByCode,
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
}

import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { z } from 'zod';
import { SetSlot } from '#fulfilment';
import { OrdersQuery } from '#orders';
import { Allow, Answers, Does, Of, Refuses } from '#platform/http';
import { slotBody, slotChoice, viewOfSlotChoice } from './slots.schema.js';

/** When the courier comes to a maker for the parcel of an order. @rule SM-5 */
@Controller('v1/seller/orders')
@Of(OrdersQuery, (orders, tx, id) => orders.byId(tx, id))
export class SellerSlotsController {
  constructor(private readonly slots: SetSlot) {}

  @Get(':id/pickup-slot')
  @Does('When the courier comes for a parcel, and the hours it offers')
  @Allow('maker:orders')
  @Answers(200, slotChoice)
  @Refuses('order_not_found', 'shipment_not_found', 'courier_not_booked', 'slot_closed', 'courier_silent')
  async read(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfSlotChoice(await this.slots.read({ kind: 'order', id }));
  }

  @Put(':id/pickup-slot')
  @Does('Choose other hours for the courier, or say that it is not to come before you do')
  @Allow('maker:orders')
  @Answers(200, slotChoice)
  @Refuses(
    'order_not_found',
    'shipment_not_found',
    'shipment_held',
    'courier_not_booked',
    'slot_closed',
    'slot_gone',
    'courier_silent',
  )
  async choose(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: slotBody }) body: z.infer<typeof slotBody>,
  ) {
    return viewOfSlotChoice(await this.slots.run({ kind: 'order', id }, body.window));
  }
}

import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ConfirmReceipt, ReadParcel } from '#fulfilment';
import { FollowByLink } from '#orders';
import { Answers, Does, Idempotent, OfNobody, Open, Refuses } from '#platform/http';
import { awaitedParcel, viewOfParcel } from '../buyer/parcels.schema.js';
import { orderLink } from './order-link.schema.js';

/** Parcels of guests, for whoever has the link they were given. */
@Controller('v1/public/orders')
@OfNobody('a link that only who bought was given')
export class FollowedParcelsController {
  constructor(
    private readonly follow: FollowByLink,
    private readonly readParcel: ReadParcel,
    private readonly confirmReceipt: ConfirmReceipt,
  ) {}

  @Get(':link/parcel')
  @Does('Where a guest’s parcel is, and what she tells at the door')
  @Open({ ignoresCredentials: true })
  @Answers(200, awaitedParcel)
  @Refuses('order_not_found', 'shipment_not_found')
  async one(@Param('link', { schema: orderLink }) by: string) {
    return viewOfParcel(await this.follow.as(by, (id) => this.readParcel.run({ kind: 'order', id })));
  }

  @Post(':link/receipt')
  @Does('A guest says that a parcel of its maker’s own carrier has arrived')
  @HttpCode(200)
  @Open({ ignoresCredentials: true })
  @Idempotent({ outside: true })
  @Answers(200, awaitedParcel)
  @Refuses('order_not_found', 'shipment_not_found', 'illegal_transition', 'carried_by_courier')
  async receive(@Param('link', { schema: orderLink }) by: string) {
    const parcel = await this.follow.as(by, (id) => this.confirmReceipt.run({ kind: 'order', id }));
    return viewOfParcel({ parcel, deliveryCode: null });
  }
}

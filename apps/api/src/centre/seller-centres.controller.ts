import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { BringToCentre, CentreParcels } from '#fulfilment';
import { OrdersQuery } from '#orders';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Of, OfNobody, Refuses } from '#platform/http';
import { bringBody, centreList, centresQuery, viewOfCentres } from './centre.schema.js';

const ofMyOrder = Of(OrdersQuery, (orders, tx, id) => orders.byId(tx, id));

/** For makers to whom no courier comes. @rule SM-5 */
@Controller('v1/seller')
export class SellerCentresController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly parcels: CentreParcels,
    private readonly bring: BringToCentre,
  ) {}

  @Get('collection-centres')
  @Does('Centres that take your parcels and hand them to a carrier')
  @OfNobody('everybody may know them')
  @Allow('maker:orders')
  @Answers(200, centreList)
  async list(@Query({ schema: centresQuery }) { pincode = '' }: z.infer<typeof centresQuery>) {
    return viewOfCentres(await this.work.run((tx) => this.parcels.open(tx, pincode)));
  }

  @Put('orders/:id/collection-centre')
  @HttpCode(204)
  @Does('Say to which centre you bring the parcel of an order; its keepers see it from then on')
  @ofMyOrder
  @Allow('maker:orders')
  @Answers(204)
  @Refuses('order_not_found', 'shipment_not_found', 'centre_not_found', 'centre_closed', 'illegal_transition')
  choose(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: bringBody }) body: z.infer<typeof bringBody>,
  ): Promise<void> {
    return this.bring.run({ kind: 'order', id }, body.centreId);
  }

  @Delete('orders/:id/collection-centre')
  @HttpCode(204)
  @Does('Say that you do not bring it after all')
  @ofMyOrder
  @Allow('maker:orders')
  @Answers(204)
  @Refuses('order_not_found', 'shipment_not_found', 'centre_parcel_not_found', 'parcel_at_centre', 'illegal_transition')
  withdraw(@Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.bring.withdraw({ kind: 'order', id });
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { DecideShipment, DeskParcelsQuery } from '#fulfilment';
import { seeingAll, UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Idempotent, OfNobody, pageOf, Pages, Refuses, StepUp } from '#platform/http';
import { shipmentView, viewOfShipment } from '../seller/shipments.schema.js';
import { decideParcelBody, deskParcel, deskParcelsQuery, viewOfDeskParcel } from './desk-parcels.schema.js';

const byId = z.tuple([z.uuid()]);

/** The desk: parcels of makers' own carriers, of which no courier tells us. @rule SM-5 */
@Controller('v1/admin/parcels')
@OfNobody('the payments desk answers for the money of every shop')
export class DeskParcelsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly desk: DeskParcelsQuery,
    private readonly decideShipment: DecideShipment,
  ) {}

  @Get()
  @Does('Parcels of orders on their way with carriers of their makers’ own, the longest planned first')
  @Allow('admin:payments')
  @Answers(200, pageOf(deskParcel))
  async list(@Query({ schema: deskParcelsQuery }) query: z.infer<typeof deskParcelsQuery>) {
    const request = this.pages.read({ ...query, count: false }, byId);
    const rows = await this.work.run((tx) => seeingAll(tx, () => this.desk.page(tx, request)));
    return this.pages.of(request, rows, (row) => [row.id], viewOfDeskParcel);
  }

  @Post(':id/decision')
  @Does(
    'Decides about such a parcel of which nobody says anything: it has arrived, or it is lost; its order goes on from there',
  )
  @Allow('admin:payments')
  @StepUp()
  @Idempotent()
  @HttpCode(200)
  @Answers(200, shipmentView)
  @Refuses('shipment_not_found', 'illegal_transition', 'carried_by_courier', 'shipment_not_overdue')
  async decide(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: decideParcelBody }) body: z.infer<typeof decideParcelBody>,
  ) {
    return viewOfShipment(await this.decideShipment.run(id, body.outcome, body.reason));
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { DecideShipment, DeskParcelsQuery, ReadDeliveryPhoto } from '#fulfilment';
import { seeingAll, UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Idempotent, OfNobody, pageOf, Pages, Refuses, StepUp } from '#platform/http';
import { AnswersFile, sendFile } from '../files/sealed-file.js';
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
    private readonly readPhoto: ReadDeliveryPhoto,
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

  @Get(':id/delivery-photo')
  @Does('By which photo a maker showed that a parcel has arrived, to save; that you looked is recorded')
  @Allow('admin:payments')
  @AnswersFile()
  @Refuses('shipment_not_found', 'delivery_not_shown', 'delivery_photo_not_scanned', 'delivery_photo_infected')
  async photo(@Param('id', { schema: z.uuid() }) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { photo, bytes } = await this.readPhoto.ofDesk(id);
    return sendFile(reply, { name: `delivery-${photo.id}`, type: photo.content_type }, bytes);
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

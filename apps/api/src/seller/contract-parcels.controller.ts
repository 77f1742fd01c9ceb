import { Body, Controller, Get, HttpCode, Param, Post, Query, RawBody, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { DeliverByCode, PrintLabel, ReadDeliveryPhoto, ShowDelivery } from '#fulfilment';
import { Allow, Answers, created, Does, Idempotent, Limited, Of, Refuses, Takes } from '#platform/http';
import { fileBytes_max, fileTypes } from '#platform/uploads';
import { Contracts } from '#procurement';
import { AnswersFile, sendFile } from '../files/sealed-file.js';
import { deliveryBody, deliveryPhoto, deliveryPhotoQuery, viewOfDeliveryPhoto } from './parcels.schema.js';
import { paperFile } from './sheet-file.js';
import { shipmentView, viewOfShipment } from './shipments.schema.js';

/** What a maker needs to bring the goods of a contract to their consignee: as for an order, by another cause. @rule SM-5 */
@Controller('v1/seller/contracts')
@Of(Contracts, (contracts, tx, id) => contracts.find(tx, id))
export class SellerContractParcelsController {
  constructor(
    private readonly labels: PrintLabel,
    private readonly deliverByCode: DeliverByCode,
    private readonly showDelivery: ShowDelivery,
    private readonly readPhoto: ReadDeliveryPhoto,
  ) {}

  @Get(':id/label')
  @Does('The label of goods that wait for their courier, as PDF of A6 with bars; each is kept for the auditor')
  @Allow('maker:contracts')
  @Limited('uploads')
  @Answers(200, undefined, { contentType: 'application/pdf' })
  @Refuses('contract_not_found', 'shipment_not_found', 'courier_not_booked', 'label_closed')
  async label(
    @Param('id', { schema: z.uuid() }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { number, pdf } = await this.labels.run({ kind: 'contract', id });
    return paperFile(reply, `label-${number.replaceAll(/[^\w-]/g, '-')}`, pdf);
  }

  /** Goods she carried, or sent with a carrier of her own, have arrived: the consignee told the code at the door. */
  @Post(':id/delivery')
  @HttpCode(200)
  @Allow('maker:contracts')
  @Idempotent({ outside: true })
  @Answers(200, shipmentView)
  @Refuses(
    'contract_not_found',
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
    return viewOfShipment(await this.deliverByCode.run({ kind: 'contract', id }, body.code));
  }

  @Post(':id/delivery-photo')
  @Does(
    'Show that goods you carried, or sent with a carrier of your own, have arrived, where nobody told you the code: JPEG, PNG, WebP or PDF, at most 5 MiB',
  )
  @Allow('maker:contracts')
  @Takes(fileTypes, fileBytes_max)
  @Answers(201, deliveryPhoto)
  @Refuses(
    'contract_not_found',
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
    const photo = await this.showDelivery.run({ kind: 'contract', id }, query.fileName, bytes ?? Buffer.alloc(0));
    return created(`/v1/seller/contracts/${id}/delivery-photo`, viewOfDeliveryPhoto(photo));
  }

  @Get(':id/delivery-photo')
  @Does('What shows that the goods have arrived, to save; that you looked is recorded')
  @Allow('maker:contracts')
  @AnswersFile()
  @Refuses(
    'contract_not_found',
    'shipment_not_found',
    'delivery_not_shown',
    'delivery_photo_not_scanned',
    'delivery_photo_infected',
  )
  async photo(@Param('id', { schema: z.uuid() }) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { photo, bytes } = await this.readPhoto.run({ kind: 'contract', id });
    return sendFile(reply, { name: `delivery-${photo.id}`, type: photo.content_type }, bytes);
  }
}

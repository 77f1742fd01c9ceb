import { Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ReadDeliveryPhoto } from '#fulfilment';
import { Allow, Answers, Does, Idempotent, Of, Refuses } from '#platform/http';
import { AwaitGoods, Contracts } from '#procurement';
import { awaitedParcel, viewOfParcel } from '../buyer/parcels.schema.js';
import { AnswersFile, sendFile } from '../files/sealed-file.js';

/** The goods of a contract on their way to the office. */
@Controller('v1/government/contracts')
@Of(Contracts, (contracts, tx, id) => contracts.find(tx, id))
export class ContractParcelsController {
  constructor(
    private readonly awaitGoods: AwaitGoods,
    private readonly readPhoto: ReadDeliveryPhoto,
  ) {}

  @Get(':id/parcel')
  @Does(
    'Where the goods are and by which number they are looked for; the code for the door is told to the consignee only',
  )
  @Allow('gov:monitor')
  @Answers(200, awaitedParcel)
  @Refuses('acts_without_office', 'contract_not_found', 'shipment_not_found')
  async one(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfParcel(await this.awaitGoods.parcel(id));
  }

  @Get(':id/delivery-photo')
  @Does('By which photo the maker showed that the goods have arrived, to save; that you looked is recorded')
  @Allow('gov:monitor')
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

  @Post(':id/arrival')
  @Does(
    'The consignee says that goods which their maker carried, or sent with a carrier of her own, are there; the clock of the receipt starts',
  )
  @HttpCode(200)
  @Allow('gov:receive')
  @Idempotent()
  @Answers(200, awaitedParcel)
  @Refuses(
    'acts_without_office',
    'contract_not_found',
    'shipment_not_found',
    'duties_not_separate',
    'illegal_transition',
    'carried_by_courier',
  )
  async arrived(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfParcel({ parcel: await this.awaitGoods.arrived(id), deliveryCode: null });
  }
}

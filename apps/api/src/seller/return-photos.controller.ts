import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { OrdersQuery, ReturnPhotosQuery } from '#orders';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Of, Refuses } from '#platform/http';
import { returnPhotos, viewOfPhotos } from '../buyer/return-photos.schema.js';
import { AnswersFile, sendFile } from '../files/sealed-file.js';

/** What a shopper shows of goods she wants to send back, for their maker. @rule S-42 S-58 */
@Controller('v1/seller/orders/:id/return-photos')
@Of(OrdersQuery, (orders, tx, id) => orders.byId(tx, id))
export class SellerReturnPhotosController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly photos: ReturnPhotosQuery,
  ) {}

  @Get()
  @Does('What the shopper shows of the goods of an order')
  @Allow('maker:orders')
  @Answers(200, returnPhotos)
  @Refuses('order_not_found')
  async all(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfPhotos(await this.work.run((tx) => this.photos.of(tx, id, 'others')));
  }

  @Get(':photoId')
  @Does('One of them, to save; that you looked is recorded')
  @Allow('maker:orders')
  @AnswersFile()
  @Refuses('order_not_found', 'return_photo_unknown', 'return_photo_not_scanned', 'return_photo_infected')
  async one(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('photoId', { schema: z.uuid() }) photoId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { photo, bytes } = await this.work.run((tx) => this.photos.read(tx, id, photoId, 'others'));
    return sendFile(reply, { name: `return-${photo.id}`, type: photo.content_type }, bytes);
  }
}

import { Controller, Delete, Get, HttpCode, Param, Post, Query, RawBody, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AttachReturnPhoto, OrdersQuery, RemoveReturnPhoto, ReturnPhotosQuery } from '#orders';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, created, Does, GuestsToo, Of, Refuses, Takes } from '#platform/http';
import { fileBytes_max, fileTypes } from '#platform/uploads';
import { AnswersFile, sendFile } from '../files/sealed-file.js';
import { newReturnPhotoQuery, returnPhoto, returnPhotos, viewOfPhotos } from './return-photos.schema.js';

/** What a shopper shows of goods she wants to send back. @rule S-42 S-58 */
@Controller('v1/buyer/orders/:id/return-photos')
@Of(OrdersQuery, (orders, tx, id) => orders.byId(tx, id))
export class BuyerReturnPhotosController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly photos: ReturnPhotosQuery,
    private readonly attach: AttachReturnPhoto,
    private readonly remove: RemoveReturnPhoto,
  ) {}

  @Post()
  @Does('Show what is wrong with the goods, before you ask to send them back: JPEG, PNG, WebP or PDF, at most 5 MiB')
  @Allow('buyer:order')
  @GuestsToo()
  @Takes(fileTypes, fileBytes_max)
  @Answers(201, returnPhoto)
  @Refuses(
    'order_not_found',
    'return_window_over',
    'return_photos_not_now',
    'too_many_return_photos',
    'file_unreadable',
    'file_too_large',
    'file_unsafe',
  )
  async add(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: newReturnPhotoQuery }) query: z.infer<typeof newReturnPhotoQuery>,
    @RawBody() bytes: Buffer | undefined,
  ) {
    const photoId = await this.attach.run(id, query.fileName, bytes ?? Buffer.alloc(0));
    const { items } = await this.all(id);
    return created(
      `/v1/buyer/orders/${id}/return-photos/${photoId}`,
      items.find((one) => one.id === photoId)!,
    );
  }

  @Get()
  @Does('What you have shown of the goods of an order')
  @Allow('buyer:order')
  @GuestsToo()
  @Answers(200, returnPhotos)
  @Refuses('order_not_found')
  async all(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfPhotos(await this.work.run((tx) => this.photos.of(tx, id, 'shopper')));
  }

  @Get(':photoId')
  @Does('One of them, to save')
  @Allow('buyer:order')
  @GuestsToo()
  @AnswersFile()
  @Refuses('order_not_found', 'return_photo_unknown', 'return_photo_not_scanned', 'return_photo_infected')
  async one(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('photoId', { schema: z.uuid() }) photoId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { photo, bytes } = await this.work.run((tx) => this.photos.read(tx, id, photoId, 'shopper'));
    return sendFile(reply, { name: `return-${photo.id}`, type: photo.content_type }, bytes);
  }

  @Delete(':photoId')
  @Does('Take one back that you have not asked with yet; it is destroyed')
  @Allow('buyer:order')
  @GuestsToo()
  @HttpCode(204)
  @Answers(204)
  @Refuses('order_not_found', 'return_photo_unknown', 'return_photos_not_now')
  async takeBack(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('photoId', { schema: z.uuid() }) photoId: string,
  ) {
    await this.remove.run(id, photoId);
  }
}

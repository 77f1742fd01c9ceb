import { Controller, Get, Param, Post, RawBody, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { imageBytes_max, imageTypes, MediaQuery, UploadImage } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, created, Does, fail, Me, Refuses, Takes } from '#platform/http';
import type { Actor } from '#platform/kernel';
import { AnswersPicture, sendPicture, uploadedImage } from './media.schema.js';

@Controller('v1/seller/media')
export class SellerMediaController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly media: MediaQuery,
    private readonly uploadImage: UploadImage,
  ) {}

  @Post()
  @Does('Upload a picture: PNG, JPEG or WebP, at most 5 MiB')
  @Allow('maker:list')
  @Takes(imageTypes, imageBytes_max)
  @Answers(201, uploadedImage)
  @Refuses('image_unreadable', 'image_too_large')
  async upload(@Me() me: Actor, @RawBody() bytes: Buffer | undefined) {
    if (me.organisationId === null) throw fail('forbidden', { permission: 'maker:list' });
    const { mediaId, ...facts } = await this.uploadImage.run(me.organisationId, bytes ?? Buffer.alloc(0));
    return created(`/v1/seller/media/${mediaId}`, { id: mediaId, ...facts });
  }

  @Get(':id')
  @Does('One of your pictures')
  @Allow('maker:list')
  @AnswersPicture()
  @Refuses('media_unknown')
  async one(@Param('id', { schema: z.uuid() }) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return sendPicture(reply, id, await this.work.run((tx) => this.media.own(tx, id)), null);
  }
}

import { Body, Controller, Get, Headers, HttpCode, Param, Post, RawBody, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  AskUpload,
  CompleteUpload,
  imageBytes_max,
  imageTypes,
  MediaQuery,
  PictureUploads,
  UploadImage,
} from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, created, Does, fail, Me, Of, Refuses } from '#platform/http';
import type { Actor } from '#platform/kernel';
import { fileOf, TakesFile } from './form-file.js';
import {
  AnswersPicture,
  pictureDetails,
  sendPicture,
  uploadAsked,
  uploadBody,
  uploadedImage,
  viewOfDetails,
  viewOfUpload,
} from './media.schema.js';

@Controller('v1/seller/media')
export class SellerMediaController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly media: MediaQuery,
    private readonly uploadImage: UploadImage,
    private readonly askUpload: AskUpload,
    private readonly completeUpload: CompleteUpload,
  ) {}

  @Post()
  @Does('Upload a picture: PNG, JPEG or WebP, at most 5 MiB, as it is or as the `file` of a form')
  @Allow('maker:list')
  @TakesFile(imageTypes, imageBytes_max)
  @Answers(201, uploadedImage)
  @Refuses('image_unreadable', 'image_too_large')
  async upload(
    @Me() me: Actor,
    @RawBody() bytes: Buffer | undefined,
    @Headers('content-type') type: string | undefined,
  ) {
    const file = await fileOf(bytes, type, imageBytes_max);
    const { mediaId, ...facts } = await this.uploadImage.run(shopOf(me), file);
    return created(`/v1/seller/media/${mediaId}`, { id: mediaId, ...facts });
  }

  @Post('uploads')
  @Does('Ask where to send a picture yourself; it must come there and be confirmed within 15 minutes')
  @Allow('maker:list')
  @Answers(201, uploadAsked)
  @Refuses('seller_unknown', 'too_many_uploads')
  async ask(@Me() me: Actor, @Body({ schema: uploadBody }) body: z.infer<typeof uploadBody>) {
    const asked = await this.askUpload.run(shopOf(me), body);
    return created(`/v1/seller/media/uploads/${asked.uploadId}`, viewOfUpload(asked));
  }

  @Post('uploads/:id/completion')
  @Does('Say that the picture has come; said again, it is the same picture')
  @Allow('maker:list')
  @Of(PictureUploads, (uploads, tx, id) => uploads.own(tx, id))
  @HttpCode(200)
  @Answers(200, pictureDetails)
  @Refuses(
    'upload_unknown',
    'upload_over',
    'upload_missing',
    'upload_size_differs',
    'image_unreadable',
    'image_too_large',
  )
  async complete(@Param('id', { schema: z.uuid() }) id: string) {
    const mediaId = await this.completeUpload.run(id);
    return viewOfDetails(await this.work.run((tx) => this.media.facts(tx, mediaId)));
  }

  @Get(':id/details')
  @Does('How far one of your pictures is: waiting, ready, or broken and why')
  @Allow('maker:list')
  @Answers(200, pictureDetails)
  @Refuses('media_unknown')
  async details(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfDetails(await this.work.run((tx) => this.media.facts(tx, id)));
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

function shopOf(me: Actor): string {
  if (me.organisationId === null) throw fail('forbidden', { permission: 'maker:list' });
  return me.organisationId;
}

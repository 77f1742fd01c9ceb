import { Controller, Headers, HttpCode, Param, Put, RawBody } from '@nestjs/common';
import { z } from 'zod';
import { imageBytes_max, imageTypes } from '#catalogue';
import { Answers, Does, OfNobody, Open, Refuses, Takes } from '#platform/http';
import { ReceiveUpload } from '#platform/storage';

const token = z.string().regex(/^[\w-]{1,600}\.[\w-]{1,100}$/);

/** Where pictures are kept in a folder: what a bucket does by itself, with the same promises. */
@Controller('v1/public/uploads')
@OfNobody('the signed address is the permission')
export class UploadsController {
  constructor(private readonly receive: ReceiveUpload) {}

  @Put(':token')
  @Does('Send a picture to the address that was given for it')
  @Open()
  @Takes(imageTypes, imageBytes_max)
  @HttpCode(204)
  @Answers(204)
  @Refuses('upload_address_unknown', 'upload_address_over', 'upload_unlike')
  take(
    @Param('token', { schema: token }) signed: string,
    @RawBody() bytes: Buffer | undefined,
    @Headers('content-type') type: string | undefined,
  ): Promise<void> {
    return this.receive.run(signed, (type ?? '').split(';')[0]!.trim().toLowerCase(), bytes ?? Buffer.alloc(0));
  }
}

import { applyDecorators, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { imageTypes, type ImageType, type Picture } from '#catalogue';
import { Answers } from '#platform/http';

export const uploadedImage = z
  .strictObject({
    id: z.uuid(),
    type: z.enum(imageTypes as [ImageType, ...ImageType[]]),
    width_px: z.int(),
    height_px: z.int(),
  })
  .meta({ id: 'UploadedImage' });

/** The route answers with a picture of one of the kinds we take. */
export const AnswersPicture = (): MethodDecorator =>
  applyDecorators(...imageTypes.map((contentType) => Answers(200, undefined, { contentType })));

const ending: Record<ImageType, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

/** A picture as it goes out: shown in its place and nowhere else, and never read as anything but a picture. @rule S-58 */
export function sendPicture(
  reply: FastifyReply,
  id: string,
  picture: Picture,
  maxAge_s: number | null,
): StreamableFile {
  void reply.headers({
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    ...(maxAge_s === null ? {} : { 'cache-control': `public, max-age=${maxAge_s}` }),
  });
  return new StreamableFile(picture.bytes, {
    type: picture.type,
    disposition: `inline; filename="${id}.${ending[picture.type]}"`,
    length: picture.bytes.length,
  });
}

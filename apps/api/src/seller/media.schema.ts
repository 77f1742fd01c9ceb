import { applyDecorators, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  imageBytes_max,
  imageTypes,
  pictureFaults,
  pictureStates,
  renditionFormats,
  type ImageType,
  type Picture,
  type PictureFacts,
  type RenditionFormat,
  type ShownPicture,
  type UploadAsked,
} from '#catalogue';
import { Answers, publicStream, publicUrl } from '#platform/http';

export const uploadedImage = z
  .strictObject({
    id: z.uuid(),
    type: z.enum(imageTypes as [ImageType, ...ImageType[]]),
    width_px: z.int(),
    height_px: z.int(),
  })
  .meta({ id: 'UploadedImage' });

export const uploadBody = z
  .strictObject({
    type: z.enum(imageTypes as [ImageType, ...ImageType[]]),
    size_bytes: z.int().min(1).max(imageBytes_max).describe('exactly: the address takes no other'),
  })
  .meta({ id: 'UploadRequest' });

export const uploadAsked = z
  .strictObject({
    id: z.uuid(),
    until: z.iso.datetime(),
    method: z.enum(['POST', 'PUT']),
    url: z.url(),
    headers: z.record(z.string(), z.string()).describe('to be sent with it'),
    fields: z
      .record(z.string(), z.string())
      .describe(
        'not empty: send a form (multipart/form-data) of these and then the picture as `file`; empty: the bytes',
      ),
  })
  .meta({ id: 'Upload' });

/** An address of our own is told whole. */
export const viewOfUpload = ({ uploadId, until, upload }: UploadAsked): z.input<typeof uploadAsked> => ({
  id: uploadId,
  until: until.toISOString(),
  ...upload,
  url: upload.url.startsWith('/') ? publicUrl() + upload.url : upload.url,
});

export const pictureDetails = z
  .strictObject({
    id: z.uuid(),
    width_px: z.int(),
    height_px: z.int(),
    state: z.enum(pictureStates).describe('waiting: it is being painted anew; only what is ready is shown in the shop'),
    fault: z.enum(pictureFaults).nullable().describe('why it is broken: add it again'),
  })
  .meta({ id: 'PictureDetails' });

export const viewOfDetails = (facts: PictureFacts): z.input<typeof pictureDetails> => facts;

/** The route answers with a picture of one of the kinds we take. */
export const AnswersPicture = (): MethodDecorator =>
  applyDecorators(...imageTypes.map((contentType) => Answers(200, undefined, { contentType })));

/** The route answers with what was painted anew of a picture; a PNG only as long as there is nothing yet. */
export const AnswersRendition = (): MethodDecorator =>
  applyDecorators(
    ...[...renditionFormats.map((format) => `image/${format}`), 'image/png'].map((contentType) =>
      Answers(200, undefined, { contentType }),
    ),
  );

const ending: Record<ImageType | `image/${RenditionFormat}`, string> = {
  'image/avif': 'avif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/** A grey field, 4 by 3: a picture that is being painted, or cannot be. It is asked for again. */
export const notYet: Picture = {
  type: 'image/png',
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAAAAACRn/EaAAAADklEQVR4nGO4AQQMcAIAS/8KIWJn+OIAAAAASUVORK5CYII=',
    'base64',
  ),
};

/** Headers of every picture: shown in its place and nowhere else, and never read as anything but a picture. @rule S-58 */
function guard(reply: FastifyReply, id: string, type: keyof typeof ending): void {
  void reply.headers({
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'content-disposition': `inline; filename="${id}.${ending[type]}"`,
  });
}

/** What was painted anew, for everybody and for good; who has it already costs no reading. @rule S-58 */
export function sendRendition(reply: FastifyReply, id: string, picture: ShownPicture, maxAge_s: number) {
  const type = `image/${picture.format}` as const;
  guard(reply, id, type);
  return publicStream(
    maxAge_s,
    type,
    picture.tag,
    async function* () {
      yield await picture.bytes();
    },
    { vary: 'accept' },
  );
}

/** A picture as it goes out to who may see it. @param maxAge_s  null: kept nowhere */
export function sendPicture(
  reply: FastifyReply,
  id: string,
  picture: Picture,
  maxAge_s: number | null,
): StreamableFile {
  guard(reply, id, picture.type);
  if (maxAge_s !== null) void reply.header('cache-control', `public, max-age=${maxAge_s}`);
  return new StreamableFile(picture.bytes, { type: picture.type, length: picture.bytes.length });
}

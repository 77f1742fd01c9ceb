import { applyDecorators, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Answers } from '#platform/http';

/** The route answers with a photo or a PDF. */
export const AnswersFile = (): MethodDecorator =>
  applyDecorators(
    Answers(200, undefined, { contentType: 'application/pdf' }),
    Answers(200, undefined, { contentType: 'image/jpeg' }),
  );

/** A private file as it goes out: kept by no cache, saved and not shown, and doing nothing if it is shown all the same. @rule S-58 */
export function sendFile(
  reply: FastifyReply,
  file: { name: string; type: 'application/pdf' | 'image/jpeg' },
  bytes: Buffer,
): StreamableFile {
  void reply.headers({ 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'no-store' });
  const ending = file.type === 'application/pdf' ? 'pdf' : 'jpg';
  return new StreamableFile(bytes, {
    type: file.type,
    disposition: `attachment; filename="${file.name}.${ending}"`,
    length: bytes.length,
  });
}

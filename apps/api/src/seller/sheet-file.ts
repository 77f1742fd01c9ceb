import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sheetTypes, type SheetType } from '#platform/sheets';

/** A sheet as a file to keep, never to be shown or run in a page. @rule S-59 */
export function sheetFile(
  reply: FastifyReply,
  name: string,
  type: SheetType,
  content: Readable | Buffer,
): StreamableFile {
  void reply.headers({ 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'no-store' });
  const options = { type: sheetTypes[type], disposition: `attachment; filename="${name}.${type}"` };
  return Buffer.isBuffer(content) ? new StreamableFile(content, options) : new StreamableFile(content, options);
}

import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sheetTypes, type SheetType } from '#platform/sheets';
import type { PrintedDocument } from '#tax';

/** A sheet as a file to keep, never to be shown or run in a page. @rule S-59 */
export function sheetFile(
  reply: FastifyReply,
  name: string,
  type: SheetType,
  content: Readable | Buffer,
): StreamableFile {
  keepOnly(reply);
  const options = { type: sheetTypes[type], disposition: `attachment; filename="${name}.${type}"` };
  return Buffer.isBuffer(content) ? new StreamableFile(content, options) : new StreamableFile(content, options);
}

/** A paper to keep or to print. @rule S-59 */
export function paperFile(reply: FastifyReply, name: string, content: Readable | Buffer): StreamableFile {
  keepOnly(reply);
  const options = { type: 'application/pdf', disposition: `attachment; filename="${name}.pdf"` };
  return Buffer.isBuffer(content) ? new StreamableFile(content, options) : new StreamableFile(content, options);
}

/** A paper of the tax, called by its number. @rule S-59 */
export const printedFile = (reply: FastifyReply, { number, pdf }: PrintedDocument): StreamableFile =>
  paperFile(reply, number.replaceAll('/', '-'), pdf);

const keepOnly = (reply: FastifyReply): void =>
  void reply.headers({ 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'no-store' });

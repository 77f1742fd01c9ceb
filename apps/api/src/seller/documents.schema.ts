import type { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { fileName } from '#platform/uploads';
import { documentStates, evidenceKinds, type OpenedDocument, type SellerDocument } from '#sellers';
import { sendFile } from '../files/sealed-file.js';

export const newDocumentQuery = z.strictObject({
  kind: z.enum(evidenceKinds).describe('the paper it shows'),
  fileName: fileName.describe('as it was called; its ending has to fit, and it is not kept'),
  replaces: z.uuid().optional().describe('an earlier document of the kind, which is destroyed'),
});

export const sellerDocument = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(evidenceKinds),
    type: z.enum(['application/pdf', 'image/jpeg']),
    size_bytes: z.int().min(1),
    pages: z.int().min(1),
    state: z.enum(documentStates).describe('waiting: the virus scanner has not looked yet'),
    givenAt: z.iso.datetime(),
  })
  .meta({ id: 'SellerDocument' });
export const sellerDocuments = z
  .strictObject({ items: z.array(sellerDocument).max(200) })
  .meta({ id: 'SellerDocuments' });

export const viewOfDocument = (row: SellerDocument): z.input<typeof sellerDocument> => ({
  id: row.id,
  kind: row.kind,
  type: row.content_type,
  size_bytes: row.size_bytes,
  pages: row.pages,
  state: row.state,
  givenAt: row.given_at.toISOString(),
});

/** A document as it goes out. @rule S-58 */
export const sendDocument = (reply: FastifyReply, { document, bytes }: OpenedDocument): StreamableFile =>
  sendFile(reply, { name: `${document.kind}-${document.id}`, type: document.content_type }, bytes);

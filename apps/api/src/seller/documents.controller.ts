import { Controller, Delete, Get, HttpCode, Param, Post, Query, RawBody, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, created, Does, Of, Refuses, Takes } from '#platform/http';
import { fileBytes_max, fileTypes } from '#platform/uploads';
import { AttachDocument, DocumentsQuery, RemoveDocument } from '#sellers';
import { AnswersFile } from '../files/sealed-file.js';
import { newDocumentQuery, sellerDocument, sellerDocuments, sendDocument, viewOfDocument } from './documents.schema.js';

/** Photos and scans of papers, for the applicant and her own people. @rule S-58 */
@Controller('v1/seller/applications/:id/documents')
@Of(DocumentsQuery, (documents, tx, id) => documents.own(tx, id))
export class SellerDocumentsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly documents: DocumentsQuery,
    private readonly attach: AttachDocument,
    private readonly remove: RemoveDocument,
  ) {}

  @Post()
  @Does('Upload a photo or scan of a paper: JPEG, PNG, WebP or PDF, at most 5 MiB; the virus scanner looks at it next')
  @Allow('maker:apply')
  @Takes(fileTypes, fileBytes_max)
  @Answers(201, sellerDocument)
  @Refuses(
    'seller_unknown',
    'document_unknown',
    'evidence_closed',
    'document_relied_on',
    'evidence_not_asked',
    'too_many_documents',
    'file_unreadable',
    'file_too_large',
    'file_unsafe',
  )
  async add(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: newDocumentQuery }) query: z.infer<typeof newDocumentQuery>,
    @RawBody() bytes: Buffer | undefined,
  ) {
    const documentId = await this.attach.run(id, query, bytes ?? Buffer.alloc(0));
    const rows = await this.work.run((tx) => this.documents.own(tx, id));
    return created(
      `/v1/seller/applications/${id}/documents/${documentId}`,
      viewOfDocument(rows.find((row) => row.id === documentId)!),
    );
  }

  @Get()
  @Does('Photos and scans of your papers')
  @Allow('maker:apply')
  @Answers(200, sellerDocuments)
  @Refuses('seller_unknown')
  async all(@Param('id', { schema: z.uuid() }) id: string) {
    return { items: (await this.work.run((tx) => this.documents.own(tx, id))).map(viewOfDocument) };
  }

  @Get(':documentId')
  @Does('One of them, to save; that it was read is recorded')
  @Allow('maker:apply')
  @AnswersFile()
  @Refuses('seller_unknown', 'document_unknown', 'document_not_scanned', 'document_infected')
  async one(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('documentId', { schema: z.uuid() }) documentId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return sendDocument(reply, await this.work.run((tx) => this.documents.readOwn(tx, id, documentId)));
  }

  @Delete(':documentId')
  @Does('Take one of them away; it is destroyed')
  @Allow('maker:apply')
  @HttpCode(204)
  @Answers(204)
  @Refuses('seller_unknown', 'document_unknown', 'evidence_closed', 'document_relied_on')
  async takeAway(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('documentId', { schema: z.uuid() }) documentId: string,
  ) {
    await this.remove.run(id, documentId);
  }
}

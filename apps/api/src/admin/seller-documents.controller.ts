import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Of, Refuses } from '#platform/http';
import { DocumentsQuery } from '#sellers';
import { AnswersFile } from '../files/sealed-file.js';
import { sellerDocuments, sendDocument, viewOfDocument } from '../seller/documents.schema.js';

/** Photos and scans of papers, for the desk that decides on them and no other. @rule S-42 S-58 */
@Controller('v1/admin/sellers/:id/documents')
@Of(DocumentsQuery, (documents, tx, id) => documents.onDesk(tx, id))
export class AdminSellerDocumentsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly documents: DocumentsQuery,
  ) {}

  @Get()
  @Does('Photos and scans of the papers of an application on your desk')
  @Allow('district:review-sellers')
  @Answers(200, sellerDocuments)
  @Refuses('seller_unknown')
  async all(@Param('id', { schema: z.uuid() }) id: string) {
    return { items: (await this.work.run((tx) => this.documents.onDesk(tx, id))).map(viewOfDocument) };
  }

  @Get(':documentId')
  @Does('One of them, to save; that you looked is recorded')
  @Allow('district:review-sellers')
  @AnswersFile()
  @Refuses('seller_unknown', 'document_unknown', 'document_not_scanned', 'document_infected')
  async one(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('documentId', { schema: z.uuid() }) documentId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return sendDocument(reply, await this.work.run((tx) => this.documents.readOnDesk(tx, id, documentId)));
  }
}

import { Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { seeingAll, UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Limited, OfNobody, pageOf, pageQuery, Pages, Refuses } from '#platform/http';
import { DocumentsQuery, ReadPrinted } from '#tax';
import { taxDocument, viewWithoutShopper } from '../buyer/tax-documents.schema.js';
import { printedFile } from '../seller/sheet-file.js';
import { month } from '../seller/statements.schema.js';

export const documentsOfMaker = pageQuery.omit({ count: true }).extend({ sellerId: z.uuid(), month });

/** The payments desk answers questions about what makers have invoiced. @rule S-42 */
@Controller('v1/admin')
@OfNobody('the payments desk answers for the money of every shop')
export class DeskTaxDocumentsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly documents: DocumentsQuery,
    private readonly pages: Pages,
    private readonly printed: ReadPrinted,
  ) {}

  @Get('tax-documents/:id/paper')
  @Does('A maker’s paper as PDF, without the name of who bought')
  @Allow('admin:payments')
  @Limited('uploads')
  @Answers(200, undefined, { contentType: 'application/pdf' })
  @Refuses('tax_document_not_found', 'tax_document_forgotten', 'tax_document_not_printed')
  async paper(
    @Param('id', { schema: z.uuid() }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return printedFile(reply, await this.printed.ofDesk(id));
  }

  @Get('tax-documents')
  @Does('What a maker issued in a month, the newest first, without the names of who bought')
  @Allow('admin:payments')
  @Answers(200, pageOf(taxDocument))
  ofMonth(@Query({ schema: documentsOfMaker }) query: z.infer<typeof documentsOfMaker>) {
    return this.pages.byId(
      { ...query, count: false },
      (page) => this.work.run((tx) => seeingAll(tx, () => this.documents.ofMonth(tx, query, page))),
      viewWithoutShopper,
    );
  }
}

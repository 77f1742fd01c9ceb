import { Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { OrdersQuery, ReadPapers } from '#orders';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Limited, Of, OfNobody, pageOf, pageQuery, Pages, Refuses } from '#platform/http';
import { DocumentsQuery, ReadPrinted } from '#tax';
import { taxDocument, taxDocuments, viewOfDocuments, viewWithoutShopper } from '../buyer/tax-documents.schema.js';
import { printedFile } from './sheet-file.js';
import { month } from './statements.schema.js';

export const monthOfDocuments = pageQuery.omit({ count: true }).extend({ month });

/** The invoices a maker issued, and what corrected them. @rule  S-42 */
@Controller('v1/seller')
export class SellerTaxDocumentsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly papers: ReadPapers,
    private readonly documents: DocumentsQuery,
    private readonly pages: Pages,
    private readonly printed: ReadPrinted,
  ) {}

  @Get('orders/:id/tax-documents')
  @Does('Invoice and credit notes of an order, with who bought; each look is kept for the auditor')
  @Of(OrdersQuery, (orders, tx, id) => orders.byId(tx, id))
  @Allow('maker:orders')
  @Answers(200, taxDocuments)
  @Refuses('order_not_found')
  async ofOrder(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfDocuments(await this.papers.ofMaker(id));
  }

  @Get('tax-documents/:id/paper')
  @Does('A paper you issued as PDF, in English and Hindi, with who bought; each look is kept for the auditor')
  @Of(DocumentsQuery, (documents, tx, id) => documents.known(tx, id))
  @Allow('maker:orders')
  @Limited('uploads')
  @Answers(200, undefined, { contentType: 'application/pdf' })
  @Refuses('tax_document_not_found', 'tax_document_forgotten', 'tax_document_not_printed')
  async paper(
    @Param('id', { schema: z.uuid() }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return printedFile(reply, await this.printed.ofMaker(id));
  }

  @Get('tax-documents')
  @Does('Everything you issued in a month, the newest first, without the names of who bought')
  @OfNobody('the papers are those of the shop the caller acts for')
  @Allow('maker:payouts')
  @Answers(200, pageOf(taxDocument))
  ofMonth(@Query({ schema: monthOfDocuments }) query: z.infer<typeof monthOfDocuments>) {
    return this.pages.byId(
      { ...query, count: false },
      (page) =>
        this.work.run((tx) =>
          this.documents.ofMonth(tx, { sellerId: tx.actor.organisationId!, month: query.month }, page),
        ),
      viewWithoutShopper,
    );
  }
}

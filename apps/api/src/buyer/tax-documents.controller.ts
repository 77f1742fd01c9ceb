import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { OrdersQuery, ReadPapers } from '#orders';
import { Allow, Answers, Does, GuestsToo, Limited, Of, Refuses } from '#platform/http';
import { DocumentsQuery, ReadPrinted } from '#tax';
import { printedFile } from '../seller/sheet-file.js';
import { taxDocuments, viewOfDocuments } from './tax-documents.schema.js';

/** The invoices of what a shopper bought. @rule */
@Controller('v1/buyer/orders')
@Of(OrdersQuery, (orders, tx, id) => orders.byId(tx, id))
export class BuyerTaxDocumentsController {
  constructor(private readonly papers: ReadPapers) {}

  /** The invoice of an order, made when it was packed, and a credit note for each time that pieces of it came back. */
  @Get(':id/tax-documents')
  @Allow('buyer:order')
  @GuestsToo()
  @Answers(200, taxDocuments)
  @Refuses('order_not_found')
  async ofOrder(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfDocuments(await this.papers.ofShopper(id));
  }
}

/** The same to keep or to print. @rule */
@Controller('v1/buyer/tax-documents')
@Of(DocumentsQuery, (documents, tx, id) => documents.known(tx, id))
export class BuyerPrintedDocumentsController {
  constructor(private readonly printed: ReadPrinted) {}

  @Get(':id/paper')
  @Does('A paper of what you bought as PDF, in English and Hindi; right after it is issued it may still be printed')
  @Allow('buyer:order')
  @GuestsToo()
  @Limited('uploads')
  @Answers(200, undefined, { contentType: 'application/pdf' })
  @Refuses('tax_document_not_found', 'tax_document_forgotten', 'tax_document_not_printed')
  async paper(
    @Param('id', { schema: z.uuid() }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return printedFile(reply, await this.printed.ofShopper(id));
  }
}
